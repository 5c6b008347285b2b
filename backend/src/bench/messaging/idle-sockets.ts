import { setTimeout as pause } from 'node:timers/promises';
import { residentMegabytesOf } from '../process-cost.js';
import type { Server } from './message-load.js';
import { connect, inTurns } from './watchers.js';

export const idleCount = 1_000;
const socketsOfPerson = 4;
const restMs = 3_000;

/** Kilobytes that the server's process grows by for each idle socket in five conversations. */
export const kilobytesPerSocket = async (
  { url, pid }: Server,
  places: readonly { staff: number[]; conversationIds: string[] }[],
): Promise<number> => {
  const all = places.flatMap(({ staff, conversationIds }) =>
    staff.flatMap((person) => Array.from({ length: socketsOfPerson }, () => ({ person, conversationIds }))),
  );
  // What the first ones wake in the process is not theirs.
  const first = await inTurns(all.slice(-50), ({ person, conversationIds }) =>
    connect(url, person, conversationIds),
  );
  for (const socket of first) socket.close();
  await pause(restMs);
  const before = residentMegabytesOf(pid);
  const sockets = await inTurns(all.slice(0, idleCount), ({ person, conversationIds }) =>
    connect(url, person, conversationIds),
  );
  await pause(restMs);
  const grownMegabytes = residentMegabytesOf(pid) - before;
  for (const socket of sockets) socket.close();
  return (grownMegabytes * 1_024) / sockets.length;
};
