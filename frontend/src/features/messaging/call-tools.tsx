import type { CardOf } from '@rinnalla/shared/messaging/message-card';
import type { MouseEvent } from 'react';
import { messageActTexts } from '../../i18n/message-acts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuietButton } from '../../ui/buttons.js';

/** That the client was called, in one press. The call itself is made elsewhere. */
export const CallTools = ({ onSend }: { onSend: (card: CardOf<'phoneCall'>) => void }) => {
  const { call } = useTexts(messageActTexts);
  const record =
    (reached: boolean) =>
    (event: MouseEvent): void => {
      // Of a double click the second one is no second call.
      if (event.detail <= 1) onSend({ kind: 'phoneCall', reached });
    };
  return (
    <>
      <QuietButton onClick={record(true)} accessibleName={call.reachName}>
        {call.reach}
      </QuietButton>
      <QuietButton onClick={record(false)} accessibleName={call.missName}>
        {call.miss}
      </QuietButton>
    </>
  );
};
