import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { ReasonField, ReasonNoteField } from './reason-fields.js';

/** A promised period that never began: why, and the place becomes free. */
export const NotStartedForm = (props: ActFormProps) => {
  const { notStarted: t } = useTexts(actTexts);
  return (
    <ActForm
      {...props}
      action="not_started"
      schema={actInput}
      defaultValues={{ action: 'not_started', version: props.view.version, note: '' }}
      toAct={(values) => values}
    >
      <p>{t.effect}</p>
      <ReasonField kind="withdraw" label={t.title} />
      <ReasonNoteField kind="withdraw" />
    </ActForm>
  );
};
