import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { ClosingReport } from './closing-report.js';
import { NoteField } from './reason-fields.js';

/** The sender reads the closing report and closes the period. */
export const ApproveForm = (props: ActFormProps) => {
  const { approve: t } = useTexts(actTexts);
  return (
    <ActForm
      {...props}
      action="approve"
      schema={actInput}
      defaultValues={{ action: 'approve', version: props.view.version, note: '' }}
      toAct={(values) => values}
    >
      <p>{t.intro}</p>
      <ClosingReport view={props.view} />
      <NoteField label={t.note} rows={2} />
    </ActForm>
  );
};
