import {
  hearPresence,
  type PersonPresent,
  type Presence,
  presenceEveryMs,
  stillPresent,
  writingEveryMs,
} from '@rinnalla/shared/messaging/presence';
import type { MessagingClientEvents, MessagingServerEvents } from '@rinnalla/shared/messaging/socket-events';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useChannel } from '../../platform/realtime.js';
import { useMember } from '../../platform/session.js';

const lookEveryMs = 1_000;
const mostDelayMs = 1_000;
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/**
 * Who else is at the conversation, and telling them that one is here oneself. Told only while its reader moves, types
 * or has just come: an open page that nobody looks at says nothing, and ends with its session.
 */
export const usePresence = (
  conversationId: string,
): { others: readonly PersonPresent[]; writes: () => void } => {
  const channel = useChannel<MessagingServerEvents, MessagingClientEvents>();
  const { acting } = useMember();
  const [present, setPresent] = useState<readonly PersonPresent[]>([]);
  const wroteAtMs = useRef(Number.NEGATIVE_INFINITY);
  const show = useCallback(
    (presence: Presence, arrives = false) =>
      void channel.emit('showPresence', { conversationId, presence, arrives }).catch(() => undefined),
    [channel, conversationId],
  );

  useEffect(() => {
    let isAlive = true;
    let answer: ReturnType<typeof setTimeout> | undefined;
    const lives = (): void => {
      isAlive = true;
    };
    const tell = (arrives: boolean): void => {
      if (isAlive && document.visibilityState === 'visible') show('here', arrives);
      isAlive = false;
    };
    const beat = setInterval(() => tell(false), presenceEveryMs);
    for (const sign of signsOfLife) document.addEventListener(sign, lives, { passive: true });
    const stops = [
      channel.onConnect(() => {
        isAlive = true;
        tell(true);
      }),
      channel.on('presenceShown', (heard) => {
        if (heard.conversationId !== conversationId || heard.membershipId === acting.membershipId) return;
        setPresent((known) => hearPresence(known, heard, performance.now()));
        // Whoever comes learns who is here, a moment later each, so that not everyone answers at once.
        if (heard.arrives)
          answer ??= setTimeout(() => ((answer = undefined), show('here')), Math.random() * mostDelayMs);
      }),
      channel.on(
        'conversationClosed',
        (closed) => closed.conversationId === conversationId && setPresent([]),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
      for (const sign of signsOfLife) document.removeEventListener(sign, lives);
      clearInterval(beat);
      clearTimeout(answer);
      show('gone');
    };
  }, [channel, conversationId, acting.membershipId, show]);

  const isSomebodyThere = present.length > 0;
  useEffect(() => {
    if (!isSomebodyThere) return;
    const fade = setInterval(() => setPresent(fadedFrom), lookEveryMs);
    return () => clearInterval(fade);
  }, [isSomebodyThere]);

  const writes = useCallback(() => {
    if (performance.now() - wroteAtMs.current < writingEveryMs) return;
    wroteAtMs.current = performance.now();
    show('writing');
  }, [show]);
  return { others: present, writes };
};

/** The same list when nobody has gone and nobody has stopped writing. */
const fadedFrom = (known: readonly PersonPresent[]): readonly PersonPresent[] => {
  const still = stillPresent(known, performance.now());
  return still.length === known.length && still.every((one, index) => one === known[index]) ? known : still;
};
