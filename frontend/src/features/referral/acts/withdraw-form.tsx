import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { ReasonField, ReasonNoteField } from './reason-fields.js';

/** The sender takes the referral back; the other side stops seeing it at once, so the effect is told first. */
export const WithdrawForm = (props: ActFormProps) => {
  const { withdraw: t } = useTexts(actTexts);
  return (
    <ActForm
      {...props}
      action="withdraw"
      schema={actInput}
      defaultValues={{ action: 'withdraw', version: props.view.version, note: '' }}
      toAct={(values) => values}
    >
      <p>{t.effect}</p>
      <ReasonField kind="withdraw" label={t.title} />
      <ReasonNoteField kind="withdraw" />
    </ActForm>
  );
};
