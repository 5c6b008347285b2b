import { setTimeout as pause } from 'node:timers/promises';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { messagingNotices, messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { io, type Socket } from 'socket.io-client';
import { type SignedIn, signedIn } from '../people.js';
import { callNode } from './call-node.js';
import { hitsOf } from './hits.js';
import { inject } from './injection.js';
import type { Stage } from './stage.js';
import { Swarm } from './swarm.js';
import { seedTalks } from './talks.js';
import { percentile, triesOf } from './verdict.js';

export interface Revoked {
  revocations: number;
  /** That fell while a message of the same stream was under way. */
  hits: number;
  /** Entries that a person heard or fetched although they were written after the right had ended. */
  deliveredLater: number;
  /** Watchers that heard nothing at all before: they would prove nothing. */
  deaf: number;
  leftP50Ms: number;
  leftMaxMs: number;
}

interface Watcher {
  person: SignedIn;
  heard: EntryView[];
  leftAt: Promise<number>;
  socket: Socket;
}

const atOnce = 20;
const pace = { messagesPerSecond: 20, burstEveryMs: 50 };

/** F10: in the middle of a stream memberships end; each person watches on both nodes. */
export const revokeMemberships = async (stage: Stage, count: number): Promise<Revoked> => {
  await stage.isWhole();
  const [talk] = await seedTalks(stage.superuser, 1);
  const swarm = new Swarm([talk!], stage.nodes);
  const organizationId = talk!.people.at(-1)!.organizationId;
  const told: Revoked = { revocations: 0, hits: 0, deliveredLater: 0, deaf: 0, leftP50Ms: 0, leftMaxMs: 0 };
  const left: number[] = [];
  try {
    await swarm.open();
    for (let done = 0; done < count; done += atOnce) {
      const people = await Promise.all(
        Array.from({ length: Math.min(atOnce, count - done) }, () =>
          signedIn(stage.superuser, { organizationId, role: 'providerWorker' }),
        ),
      );
      const watchers = await Promise.all(
        people.flatMap((person) => stage.nodes.map((node) => watch(node, person, talk!.conversationId))),
      );
      const revoking = (async () => {
        // Who has heard nothing yet would prove nothing.
        for (
          const deadline = performance.now() + 20_000;
          watchers.some(({ heard }) => heard.length === 0) && performance.now() < deadline;
        )
          await pause(50);
        const injector = await inject(stage, [
          {
            kind: 'revoke',
            times: people.length,
            everyMs: 60,
            membershipIds: people.map(({ membershipId }) => membershipId),
          },
        ]);
        await injector.done;
        await pause(2_500);
        return injector;
      })();
      await swarm.write(pace, revoking);
      const injector = await revoking;
      told.revocations += injector.faults.length;
      told.hits += hitsOf(injector.faults, triesOf(swarm));
      for (const { person, heard, leftAt, socket } of watchers) {
        const endedAt =
          injector.faults.find(({ membershipId }) => membershipId === person.membershipId)?.at ?? 0;
        const isLater = ({ at }: EntryView): boolean => Date.parse(at) > endedAt;
        const fetched = await callNode([stage.nodes[0]!], person.cookie, messagingRoutes.entries, {
          params: { conversationId: talk!.conversationId },
        }).catch(() => ({ entries: [] }));
        left.push((await Promise.race([leftAt, pause(5_000, Infinity)])) - endedAt);
        told.deliveredLater += heard.filter(isLater).length + fetched.entries.length;
        if (heard.length === 0) told.deaf += 1;
        socket.close();
      }
    }
    return { ...told, leftP50Ms: percentile(left, 0.5), leftMaxMs: percentile(left, 1) };
  } finally {
    swarm.close();
  }
};

const watch = async (node: string, person: SignedIn, conversationId: string): Promise<Watcher> => {
  const socket = io(node, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: person.cookie },
  });
  const heard: EntryView[] = [];
  socket.on(messagingNotices.conversationEntry.name, ({ entry }: { entry: EntryView }) => heard.push(entry));
  const leftAt = new Promise<number>((resolve) => {
    for (const event of ['disconnect', messagingNotices.conversationClosed.name])
      socket.once(event, () => resolve(Date.now()));
  });
  await new Promise<void>(
    (resolve, reject) => void socket.once('connect', () => resolve()).once('connect_error', reject),
  );
  await socket.timeout(6_000).emitWithAck(messagingRequests.watchConversation.name, { conversationId });
  return { person, heard, leftAt, socket };
};
