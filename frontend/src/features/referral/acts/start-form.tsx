import { helsinkiDay } from '../../../i18n/dates.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { DateField } from '../../../ui/form/date-field.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { NoteField } from './reason-fields.js';

/** The day on which the period really began; usually today. */
export const StartForm = (props: ActFormProps) => {
  const t = useTexts(actTexts);
  const today = helsinkiDay(useNow());
  return (
    <ActForm
      {...props}
      action="start"
      schema={actInput}
      defaultValues={{ action: 'start', version: props.view.version, startDate: today, note: '' }}
      toAct={(values) => values}
    >
      <DateField name="startDate" label={t.start.date} />
      <NoteField label={t.note} rows={2} />
    </ActForm>
  );
};
