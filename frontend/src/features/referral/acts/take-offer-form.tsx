import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { NoteField } from './reason-fields.js';

/** The sender takes the offered place. What the service reads from then on is told first. */
export const TakeOfferForm = (props: ActFormProps) => {
  const { takeOffer: t, note } = useTexts(actTexts);
  return (
    <ActForm
      {...props}
      action="take_offer"
      schema={actInput}
      defaultValues={{ action: 'take_offer', version: props.view.version, note: '' }}
      toAct={(values) => values}
    >
      <p>{t.effect}</p>
      <NoteField label={note} rows={2} />
    </ActForm>
  );
};
