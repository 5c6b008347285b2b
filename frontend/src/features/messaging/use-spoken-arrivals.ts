import { isWords } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationState } from '@rinnalla/shared/messaging/conversation-state';
import { useEffect, useRef } from 'react';
import { attachmentTexts } from '../../i18n/attachment.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAnnounce } from '../../platform/announcer.js';
import { useCallSentence } from './use-call-sentence.js';

/** Says new words of others once, politely; several at once by their number. What stood there on opening is not said. */
export const useSpokenArrivals = ({ lines, personId }: ConversationState): void => {
  const t = useTexts(messagingTexts);
  const files = useTexts(attachmentTexts);
  const callSentence = useCallSentence();
  const announce = useAnnounce();
  const saidUpTo = useRef(lines.at(-1)?.seq ?? 0);
  useEffect(() => {
    const arrived = lines
      .filter(isWords)
      .filter(
        (line) => line.seq > saidUpTo.current && line.sender.personId !== personId && line.body !== null,
      );
    saidUpTo.current = Math.max(saidUpTo.current, lines.at(-1)?.seq ?? 0);
    const [only] = arrived;
    const call = only?.kind === 'message' && only.card?.kind === 'phoneCall' ? only.card : undefined;
    if (only && arrived.length === 1)
      announce(t.arrived(only.sender.name, only.body || (call ? callSentence(call.reached) : files.aFile)));
    else if (arrived.length > 1) announce(t.arrivedMany(arrived.length));
  }, [lines, personId, announce, t, files, callSentence]);
};
