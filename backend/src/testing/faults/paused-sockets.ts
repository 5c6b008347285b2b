import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { residentMegabytesOf } from '../../bench/process-cost.js';
import type { Stage } from './stage.js';
import { Swarm } from './swarm.js';
import { SwarmBrowser } from './swarm-browser.js';
import { seedTalks } from './talks.js';
import { judge, percentile } from './verdict.js';

export interface Paused {
  messages: number;
  retries: number;
  baselineP99Ms: number;
  p99Ms: number;
  growthMegabytes: number;
  /** Paused sockets that were cut off while they did not read. */
  cutOff: number;
  /** Of the paused ones, how many saw the whole conversation in order after they read again. */
  wholeAgain: number;
}

const pausedCount = 5;
/** Big ones in four conversations that each slow browser watches, so that what is not read piles up. */
const pace = { messagesPerSecond: 24, burstEveryMs: 50, bytes: 8_000 };
const talkCount = 4;

/** F8: five browsers stop reading for a minute; the server's memory stays bounded, the others do not feel it, and the five come back. */
export const pauseSockets = async (stage: Stage, seconds: number): Promise<Paused> => {
  await stage.isWhole();
  const talks = await seedTalks(stage.superuser, talkCount, talkCount);
  const swarm = new Swarm(talks, stage.nodes);
  // Of people who write too, so nobody has more than five sockets.
  const slow = talks[0]!.people
    .slice(0, pausedCount)
    .map((person) => new SwarmBrowser(person, talks[0]!, stage.nodes, false));
  try {
    await swarm.open();
    await Promise.all(slow.map((browser) => browser.open()));
    for (const { socket } of slow)
      for (const { conversationId } of talks)
        await socket.timeout(6_000).emitWithAck(messagingRequests.watchConversation.name, { conversationId });
    const mark = Date.now();
    await swarm.write(pace, pause((seconds / 2) * 1_000));
    const baseline = percentile(acksOf(swarm, mark), 0.99);

    const pids = stage.targets().nodes;
    const before = pids.map(residentMegabytesOf);
    const highest = [...before];
    const paused = slow.map(stopReading);
    const pausedAt = Date.now();
    const sampling = setInterval(
      () => pids.forEach((pid, node) => (highest[node] = Math.max(highest[node]!, residentMegabytesOf(pid)))),
      250,
    );
    await swarm.write(pace, pause(seconds * 1_000));
    clearInterval(sampling);
    const p99Ms = percentile(acksOf(swarm, pausedAt), 0.99);
    const cutOff = paused.length - (await standing(paused.map(({ port }) => port)));
    for (const { readOn } of paused) readOn();
    await swarm.settle(stage.superuser, 60_000);
    const { messages, retries } = await judge(swarm, stage.superuser);
    const last = swarm.browsers[0]!.conversation.lastSeq;
    const wholeAgain = await countWhole(slow, last);
    return {
      messages,
      retries,
      baselineP99Ms: baseline,
      p99Ms,
      growthMegabytes: Math.max(...highest.map((value, node) => value - before[node]!)),
      cutOff,
      wholeAgain,
    };
  } finally {
    swarm.close();
    for (const browser of slow) browser.close();
  }
};

const acksOf = (swarm: Swarm, since: number): number[] =>
  swarm.browsers.flatMap(({ written }) =>
    [...written.values()].flatMap(({ at, acknowledged }) =>
      at >= since && acknowledged ? [acknowledged.at - at] : [],
    ),
  );

interface Connection {
  _pingTimeoutTimer: ReturnType<typeof setTimeout>;
  _resetPingTimeout: () => void;
  transport: { ws: { pause: () => void; resume: () => void; _socket: { localPort: number } } };
}

/** The whole browser stands still, as on a phone in a tunnel: it reads nothing, and does not notice that it hears nothing. */
const stopReading = ({ socket }: SwarmBrowser): { port: number; readOn: () => void } => {
  const connection = socket.io.engine as unknown as Connection;
  clearTimeout(connection._pingTimeoutTimer);
  connection._resetPingTimeout = () => undefined;
  const { ws } = connection.transport;
  ws.pause();
  return { port: ws._socket.localPort, readOn: () => ws.resume() };
};

/** How many of the paused connections the servers still hold: each knows its peer's port. */
const standing = async (ports: readonly number[]): Promise<number> => {
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  const held = new Set(
    lines
      .filter(([, , , state]) => state === established)
      .map(([, , remote]) => parseInt(remote?.split(':')[1] ?? '', 16)),
  );
  return ports.filter((port) => held.has(port)).length;
};
const established = '01';

const countWhole = async (slow: readonly SwarmBrowser[], last: number): Promise<number> => {
  const deadline = performance.now() + 60_000;
  while (slow.some(({ conversation }) => conversation.lastSeq < last) && performance.now() < deadline)
    await pause(100);
  return slow.filter(({ conversation, wrongs }) => conversation.lastSeq >= last && wrongs.length === 0)
    .length;
};
