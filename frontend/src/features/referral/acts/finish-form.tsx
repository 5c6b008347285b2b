import { useController, useWatch } from 'react-hook-form';
import { helsinkiDay } from '../../../i18n/dates.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { DateField } from '../../../ui/form/date-field.js';
import fieldStyles from '../../../ui/form/form.module.css';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { ReasonField, ReasonNoteField } from './reason-fields.js';

/** The last day, and why when it comes early. The municipality can only end early. */
export const FinishForm = (props: ActFormProps) => {
  const { finish: t } = useTexts(actTexts);
  const { side, version, plannedEndOn } = props.view;
  const today = helsinkiDay(useNow());
  const isSender = side === 'sender';
  return (
    <ActForm
      {...props}
      action="finish"
      schema={actInput}
      defaultValues={{
        action: 'finish',
        version,
        endDate: today,
        early: isSender || (plannedEndOn !== null && plannedEndOn > today),
        note: '',
      }}
      toAct={(values) => (values.action === 'finish' && !values.early ? { ...values, reason: null } : values)}
    >
      <DateField name="endDate" label={t.date} />
      {!isSender && <HowField />}
      <EarlyFields />
    </ActForm>
  );
};

const HowField = () => {
  const { finish: t } = useTexts(actTexts);
  const { field } = useController({ name: 'early' });
  return (
    <fieldset className={fieldStyles.group}>
      <legend>{t.how}</legend>
      {[false, true].map((early) => (
        <label key={String(early)} className={fieldStyles.choice}>
          <input
            type="radio"
            name="early"
            checked={field.value === early}
            onChange={() => field.onChange(early)}
          />
          <span className={fieldStyles.choiceText}>{early ? t.early : t.planned}</span>
        </label>
      ))}
    </fieldset>
  );
};

const EarlyFields = () => {
  const { finish: t } = useTexts(actTexts);
  const early = useWatch({ name: 'early' }) as boolean;
  if (!early) return null;
  return (
    <>
      <ReasonField kind="end_early" label={t.reason} />
      <ReasonNoteField kind="end_early" />
    </>
  );
};
