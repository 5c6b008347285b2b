import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton } from '../../../ui/buttons.js';
import { Dialog } from '../../../ui/dialog.js';
import { useToast } from '../../../ui/toast.js';
import { useDoneSentence } from '../acts/use-done-sentence.js';
import { referralQuery } from '../referral.queries.js';
import { Act } from './case-event-card.js';

/** Asking in the workflow's own way, from where one writes: the question stops the answer's clock and stands as a card. */
export const ConversationActs = ({ view }: { view: ConversationView }) => {
  const t = useTexts(actTexts);
  const { data: referral } = useQuery(referralQuery(view.referralId));
  const [isOpen, setOpen] = useState(false);
  const toast = useToast();
  const doneSentence = useDoneSentence();
  if (!referral?.actions.includes('ask')) return null;
  return (
    <>
      <QuietButton onClick={() => setOpen(true)}>{t.labels.ask}</QuietButton>
      {isOpen && (
        <Dialog title={t.labels.ask} onClose={() => setOpen(false)}>
          <Act
            view={referral}
            action="ask"
            onClose={() => setOpen(false)}
            onDone={(after) => toast({ text: doneSentence('ask', after) })}
          />
        </Dialog>
      )}
    </>
  );
};
