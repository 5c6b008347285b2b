import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { NoteField } from './reason-fields.js';

/** Takes back the last answer: at once without a word, later with a reason. */
export const UndoForm = (props: ActFormProps) => {
  const { undo: t } = useTexts(actTexts);
  const { version, undoFreeUntil } = props.view;
  const isFree = undoFreeUntil !== null && undoFreeUntil > useNow();
  return (
    <ActForm
      {...props}
      action="undo"
      schema={actInput}
      defaultValues={{ action: 'undo', version, note: '' }}
      toAct={(values) => values}
    >
      <p>{t.free}</p>
      <NoteField label={t.why} optional={isFree} rows={2} />
    </ActForm>
  );
};
