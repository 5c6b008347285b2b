import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { useWatch } from 'react-hook-form';
import { formatNearDate } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { referralTexts } from '../../../i18n/referral.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { type Option, RadioField } from '../../../ui/form/choice-fields.js';
import { DateField } from '../../../ui/form/date-field.js';
import { TimeField } from '../../../ui/form/time-field.js';
import { acceptActOf, acceptInput } from './accept-input.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import styles from './acts.module.css';
import { NoteField } from './reason-fields.js';

type Offerings = ReferralView['offerings'];

/** The next one with room, else the first: what most promises are about. */
const nextFree = (offerings: Offerings): Offerings[number] | undefined =>
  offerings.find(({ freePlaces }) => freePlaces > 0) ?? offerings[0];

const useOfferingOptions = (offerings: Offerings): Option[] => {
  const t = useTexts(referralTexts);
  const { accept } = useTexts(actTexts);
  const language = useLanguage();
  const now = useNow();
  return offerings.map(({ id, code, startsOn, continuous, freePlaces, waitlistLength }) => ({
    value: id,
    label: [
      code,
      continuous || !startsOn ? t.continuous : t.startsOn(formatNearDate(startsOn, language, now)),
    ]
      .filter(Boolean)
      .join(' · '),
    hint: [
      freePlaces > 0 ? t.freePlaces(freePlaces) : t.noFreePlaces,
      ...(waitlistLength > 0 ? [accept.waiting(waitlistLength)] : []),
    ].join(', '),
  }));
};

/** "Otetaan vastaan": which place, and when the client first comes. */
export const AcceptForm = (props: ActFormProps) => {
  const { offerings } = props.view;
  const first = nextFree(offerings);
  const groupDay = first && !first.continuous ? first.startsOn : null;
  return (
    <ActForm
      {...props}
      action="accept"
      schema={acceptInput}
      defaultValues={{
        offeringId: first?.id,
        begins: groupDay ? 'startDay' : 'meeting',
        startDate: groupDay,
        meetingDay: null,
        meetingTime: null,
        note: '',
      }}
      toAct={acceptActOf}
    >
      <AcceptFields offerings={offerings} />
    </ActForm>
  );
};

const AcceptFields = ({ offerings }: { offerings: Offerings }) => {
  const { accept: t } = useTexts(actTexts);
  const options = useOfferingOptions(offerings);
  const begins = useWatch({ name: 'begins' }) as string;
  return (
    <>
      {options.length > 1 ? (
        <RadioField name="offeringId" label={t.offering} options={options} />
      ) : (
        <p>{options.map(({ label, hint }) => `${label} · ${hint}`)}</p>
      )}
      <RadioField
        name="begins"
        label={t.begins}
        options={[
          { value: 'meeting', label: t.meeting },
          { value: 'startDay', label: t.startDay },
        ]}
      />
      {begins === 'meeting' ? (
        <div className={styles.row}>
          <DateField name="meetingDay" label={t.meetingDay} />
          <TimeField name="meetingTime" label={t.meetingTime} />
        </div>
      ) : (
        <DateField name="startDate" label={t.startDate} />
      )}
      <NoteField label={t.note} rows={2} />
    </>
  );
};
