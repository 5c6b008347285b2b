import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { cpuSecondsOf, cpuSecondsOfPostgres } from '../process-cost.js';
import { sessionTokenOf } from '../scale.js';
import { connect, inTurns, type Place } from './watchers.js';

export type Target = 'api' | 'bare';
export interface Server {
  url: string;
  pid: number;
}
export interface MessageRound {
  p50Ms: number;
  p99Ms: number;
  delivered: number;
  /** Refused posts and messages that did not reach a screen: must be 0. */
  errors: number;
  serverCpuMs: number;
  databaseCpuMs: number;
}

const words = 'Soitin tänään, sopii hyvin. Tavataan torstaina kello yksi kirjastolla.';
const lastOnesMs = 5_000;

/** Connects everybody, writes at a steady rate from outside, and measures from each POST to each other person's socket. */
export const messageRound = async (
  target: Target,
  { url, pid }: Server,
  postmasterPid: number,
  places: readonly Place[],
  rate: number,
  seconds: number,
): Promise<MessageRound> => {
  const began = new Map<string, number>();
  const latencies: number[] = [];
  const listen = (socket: Socket): void =>
    void socket.on('conversationEntry', ({ entry }: { entry: { body?: string | null } }) => {
      const at = began.get(entry.body ?? '');
      if (at !== undefined) latencies.push(performance.now() - at);
    });
  const sockets = await inTurns(
    places.flatMap(({ watchers, conversationId }) => watchers.map((person) => ({ person, conversationId }))),
    ({ person, conversationId }) => connect(url, person, [conversationId]),
  );
  // The writer's own socket hears too; what counts is the others'.
  sockets.forEach((socket, index) => (index + 1) % 5 !== 0 && listen(socket));
  await pause(500);

  const [server, database] = [cpuSecondsOf(pid), cpuSecondsOfPostgres(postmasterPid)];
  let failed = 0;
  const posts: Promise<void>[] = [];
  const start = performance.now();
  for (let number = 0; number < rate * seconds; number++) {
    await pause(Math.max(0, start + (number * 1_000) / rate - performance.now()));
    const place = places[number % places.length]!;
    const body = `${words} ${number}`;
    began.set(body, performance.now());
    posts.push(post(target, url, place, body).then((ok) => void (failed += ok ? 0 : 1)));
  }
  await Promise.all(posts);
  const expected = rate * seconds * 4;
  for (
    const deadline = performance.now() + lastOnesMs;
    latencies.length < expected && performance.now() < deadline;
  )
    await pause(20);
  const used = [cpuSecondsOf(pid) - server, cpuSecondsOfPostgres(postmasterPid) - database] as const;
  for (const socket of sockets) socket.close();

  const sorted = latencies.toSorted((one, other) => one - other);
  const delivered = Math.max(1, latencies.length);
  return {
    p50Ms: sorted[Math.floor(sorted.length * 0.5)] ?? Infinity,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? Infinity,
    delivered: latencies.length,
    errors: failed + Math.abs(expected - latencies.length),
    serverCpuMs: (used[0] * 1_000) / delivered,
    databaseCpuMs: (used[1] * 1_000) / delivered,
  };
};

const post = async (
  target: Target,
  url: string,
  { conversationId, watchers, writer }: Place,
  body: string,
): Promise<boolean> => {
  const given =
    target === 'api'
      ? { clientMessageId: crypto.randomUUID(), body }
      : { id: conversationId, version: 0, ...writer, body };
  const response = await fetch(
    target === 'api' ? `${url}/api/conversations/${conversationId}/messages` : `${url}/message`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `session=${sessionTokenOf(watchers.at(-1)!)}` },
      body: JSON.stringify(given),
    },
  );
  await response.arrayBuffer();
  return response.status === 201;
};
