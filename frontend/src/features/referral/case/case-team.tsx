import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useLocalized } from '../use-localized.js';
import styles from './case-view.module.css';

/** Exactly who sees the case. */
export const CaseTeam = ({ team }: { team: ReferralView['caseTeam'] }) => {
  const { roles } = useTexts(screenTexts);
  const text = useLocalized();
  return (
    <ul className={styles.list}>
      {team.map(({ name, organization, role }) => (
        <li key={`${name} ${text(organization)}`}>
          <strong>{name}</strong>, {roles[role]}, {text(organization)}
        </li>
      ))}
    </ul>
  );
};
