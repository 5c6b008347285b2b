import { Problem } from '@rinnalla/shared/kernel/problem';
import type { SocketAnswer } from '@rinnalla/shared/contract/define-socket-event';
import { type ConversationView, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { MessagingClientEvents, MessagingServerEvents } from '@rinnalla/shared/messaging/socket-events';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { browserPauses } from '../../platform/browser-pauses.js';
import { call } from '../../platform/call.js';
import { type Channel, useChannel } from '../../platform/realtime.js';
import { actorKeyOf, useMember, useSession } from '../../platform/session.js';
import type {
  ConversationDriver,
  ConversationPorts,
  DriverSnapshot,
} from '@rinnalla/shared/messaging/conversation-driver';
import { type ConversationMemory, memoryOf } from './conversation-memory.js';

type MessagingChannel = Channel<MessagingServerEvents, MessagingClientEvents>;

const valueOf = <Value>(answer: SocketAnswer<Value>): Value => {
  if (answer.ok) return answer.value;
  throw new Problem(answer.code, answer.reason ? { reason: answer.reason } : {});
};

/** A network that has gone without a word must not hold back what waits behind. */
const answerWithinMs = 10_000;

const portsOf = (channel: MessagingChannel, conversationId: string): ConversationPorts => {
  const params = { conversationId };
  return {
    ...browserPauses,
    watch: async () => valueOf(await channel.emit('watchConversation', params)),
    unwatch: () => void channel.emit('unwatchConversation', params).catch(() => undefined),
    fetchEntries: (since) =>
      call(
        messagingRoutes.entries,
        { params, query: { since } },
        { signal: AbortSignal.timeout(answerWithinMs) },
      ),
    // The message's own id is the same in every try, so a lost answer never doubles it.
    send: (body) =>
      call(messagingRoutes.send, { params, body }, { signal: AbortSignal.timeout(answerWithinMs) }),
    markRead: (upTo) =>
      call(
        messagingRoutes.markRead,
        { params, body: { upTo } },
        { signal: AbortSignal.timeout(answerWithinMs) },
      ),
  };
};

export const useConversationMemory = (): ConversationMemory => {
  const queryClient = useQueryClient();
  const session = useSession();
  const { person } = useMember();
  return memoryOf(queryClient, actorKeyOf(session) ?? '', person.id);
};

/** A conversation, live while the screen shows it. */
export const useConversation = (
  view: ConversationView,
): { driver: ConversationDriver; snapshot: DriverSnapshot } => {
  const channel = useChannel<MessagingServerEvents, MessagingClientEvents>();
  const memory = useConversationMemory();
  const { id, lastReadSeq } = view;
  // The mark as it was on opening; later ones are told to the driver below.
  const [openedAt] = useState(lastReadSeq);
  const driver = useMemo(
    () => memory.driverOf(id, openedAt, portsOf(channel, id)),
    [memory, id, openedAt, channel],
  );
  const snapshot = useSyncExternalStore(driver.subscribe, driver.getSnapshot);

  useEffect(() => driver.open(), [driver]);
  useEffect(() => driver.readMarked(lastReadSeq), [driver, lastReadSeq]);
  useEffect(() => {
    const stops = [
      channel.onConnect(() => driver.connected()),
      channel.on(
        'conversationEntry',
        ({ conversationId, entry }) => conversationId === id && driver.heard(entry),
      ),
      channel.on('conversationClosed', ({ conversationId }) => conversationId === id && driver.close()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [channel, driver, id]);
  return { driver, snapshot };
};
