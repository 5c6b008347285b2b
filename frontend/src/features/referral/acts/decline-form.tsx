import { useWatch } from 'react-hook-form';
import { referralTexts } from '../../../i18n/referral.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { CheckboxField } from '../../../ui/form/choice-fields.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { ReasonField, ReasonNoteField } from './reason-fields.js';
import { SuggestionField } from './suggestion-field.js';

/** "Ei voida ottaa": why, something better, and a sentence. A reasoned no is a service. */
export const DeclineForm = (props: ActFormProps) => {
  const { refusals } = useTexts(referralTexts);
  return (
    <ActForm
      {...props}
      action="decline"
      sentences={{ suggestedServiceId: refusals.suggestionMissing }}
      schema={actInput}
      defaultValues={{
        action: 'decline',
        version: props.view.version,
        suggestedServiceId: null,
        callRequested: false,
        note: '',
      }}
      toAct={(values) => values}
    >
      <DeclineFields referralId={props.view.id} />
    </ActForm>
  );
};

const DeclineFields = ({ referralId }: { referralId: string }) => {
  const { decline: t } = useTexts(actTexts);
  const reason = useWatch({ name: 'reason' }) as string | undefined;
  return (
    <>
      <ReasonField kind="decline" label={t.reason} />
      {reason && (
        <>
          <SuggestionField referralId={referralId} />
          <CheckboxField name="callRequested" label={t.call} />
          <ReasonNoteField kind="decline" label={t.note} />
        </>
      )}
    </>
  );
};
