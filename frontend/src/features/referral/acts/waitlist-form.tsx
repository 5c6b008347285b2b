import { useWatch } from 'react-hook-form';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { RadioField } from '../../../ui/form/choice-fields.js';
import { NumberField } from '../../../ui/form/text-fields.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import styles from './acts.module.css';
import { NoteField } from './reason-fields.js';

const usualWeeks = 4;

/** "Jonoon": how long, which the sender sees. */
export const WaitlistForm = (props: ActFormProps) => {
  const { offerings, version } = props.view;
  return (
    <ActForm
      {...props}
      action="waitlist"
      schema={actInput}
      defaultValues={{
        action: 'waitlist',
        version,
        offeringId: offerings[0]?.id ?? null,
        expectedWaitWeeks: usualWeeks,
        note: '',
      }}
      toAct={(values) => values}
    >
      <WaitlistFields offerings={offerings} />
    </ActForm>
  );
};

const WaitlistFields = ({ offerings }: Pick<ActFormProps['view'], 'offerings'>) => {
  const { accept, waitlist: t, note } = useTexts(actTexts);
  const chosen = useWatch({ name: 'offeringId' }) as string | null;
  const length = offerings.find(({ id }) => id === chosen)?.waitlistLength;
  return (
    <>
      {offerings.length > 1 && (
        <RadioField
          name="offeringId"
          label={accept.offering}
          options={offerings.map(({ id, code }) => ({ value: id, label: code }))}
        />
      )}
      {length !== undefined && <p className={styles.quiet}>{t.lengthNow(length)}</p>}
      <NumberField name="expectedWaitWeeks" label={t.weeks} hint={t.weeksHint} />
      <NoteField label={note} rows={2} />
    </>
  );
};
