import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { DutyView, handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import { useId } from 'react';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import formStyles from '../../ui/form/form.module.css';
import styles from './people.module.css';

type Successors = ResponseOf<typeof handoverRoutes.duties>['successors'];

interface TakerChoiceProps {
  label: string;
  value: string;
  successors: Successors;
  /** What is chosen while nobody is. */
  empty: string;
  onChange: (membershipId: string) => void;
}

/** Who takes it over: the device's own list. */
export const TakerChoice = ({ label, value, successors, empty, onChange }: TakerChoiceProps) => {
  const id = useId();
  return (
    <div className={formStyles.field}>
      <label className={formStyles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={formStyles.select}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{empty}</option>
        {successors.map(({ membershipId, name }) => (
          <option key={membershipId} value={membershipId}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};

interface DutyLineProps {
  duty: DutyView;
  successors: Successors;
  taker: string;
  onTaker: (membershipId: string) => void;
}

/** One thing that somebody answers for, by its number; the client stays unnamed. */
export const DutyLine = ({ duty, successors, taker, onTaker }: DutyLineProps) => {
  const { ending: t } = useTexts(peopleTexts);
  const name = nameOf(t, duty);
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>{name}</p>
        {duty.status && <p className={styles.quiet}>{t.statuses[duty.status] ?? duty.status}</p>}
        {duty.hasMeetingAhead && <p className={styles.quiet}>{t.meeting}</p>}
      </div>
      <TakerChoice
        label={t.takerOf(name)}
        value={taker}
        successors={successors}
        empty={t.choose}
        onChange={onTaker}
      />
    </li>
  );
};

const nameOf = (
  t: {
    substitution: (name: string) => string;
    client: (caseNumber: string) => string;
    clientOnly: string;
    case: (caseNumber: string) => string;
  },
  { kind, caseNumber, awayName }: DutyView,
): string => {
  if (kind === 'substitution') return t.substitution(awayName ?? '');
  if (kind === 'referral') return t.case(caseNumber ?? '');
  return caseNumber ? t.client(caseNumber) : t.clientOnly;
};
