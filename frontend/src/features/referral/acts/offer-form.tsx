import { formatNearDate } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { referralTexts } from '../../../i18n/referral.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { ActForm } from './act-form.js';
import type { ActFormProps } from './act-form-props.js';
import { actInput } from './act-input.js';
import { NoteField, ReasonField, ReasonNoteField } from './reason-fields.js';

/** The same as the server's guard: who stands before is passed over with a reason. */
const offerInput = (isFirst: boolean) =>
  actInput.superRefine((input, context) => {
    if (!isFirst && input.action === 'offer' && !input.reason)
      context.addIssue({ code: 'custom', path: ['reason'], message: 'required' });
  });

/** "Tarjoa paikkaa": a place of the offering whose queue the client stands in, held while the sender asks the client. */
export const OfferForm = (props: ActFormProps) => {
  const { offerings, queue, version } = props.view;
  const { offer: t, note } = useTexts(actTexts);
  const r = useTexts(referralTexts);
  const language = useLanguage();
  const now = useNow();
  const [place] = offerings;
  const before = (queue?.position ?? 1) - 1;
  return (
    <ActForm
      {...props}
      action="offer"
      schema={offerInput(before === 0)}
      defaultValues={{ action: 'offer', version, offeringId: place?.id ?? '', note: '' }}
      toAct={(values) => values}
    >
      {place && (
        <p>
          {[
            place.code,
            place.continuous || !place.startsOn
              ? r.continuous
              : r.startsOn(formatNearDate(place.startsOn, language, now)),
            place.freePlaces > 0 ? r.freePlaces(place.freePlaces) : r.noFreePlaces,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <p>{t.effect}</p>
      {before > 0 ? (
        <>
          <p>{t.before(before)}</p>
          <ReasonField kind="skip_queue" label={t.skip} />
          <ReasonNoteField kind="skip_queue" />
        </>
      ) : (
        <NoteField label={note} rows={2} />
      )}
    </ActForm>
  );
};
