import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { ReasonField, ReasonNoteField } from './reason-fields.js';

/** The client does not take the offered place, and waits on. */
export const RefuseOfferForm = (props: ActFormProps) => {
  const { refuseOffer: t } = useTexts(actTexts);
  return (
    <ActForm
      {...props}
      action="refuse_offer"
      schema={actInput}
      defaultValues={{ action: 'refuse_offer', version: props.view.version, note: '' }}
      toAct={(values) => values}
    >
      <p>{t.effect}</p>
      <ReasonField kind="refuse_offer" label={t.reason} />
      <ReasonNoteField kind="refuse_offer" />
    </ActForm>
  );
};
