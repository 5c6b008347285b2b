import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { log } from '../log/log.js';
import { bodyOf } from './problem.filter.js';

/** How long the refusal may be read: to end at once would take it from a client that is still sending. */
const lingerMs = 1_000;

/**
 * Bytes that are no request, or a head of more than sixteen kilobytes, reach no route and no filter: they are refused
 * here, in the same words. The connection ends, and says so: a client that kept it would lose its next request.
 */
export const refuseUnreadable = (error: NodeJS.ErrnoException, socket: Socket): void => {
  // Gone, or refused already: what still comes is unreadable too.
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem('tooLarge')
      : new Problem('invalidInput', { reason: 'unreadable' });
  const body = JSON.stringify(bodyOf(problem, randomUUID()));
  log.info({ status: problem.status, why: error.code }, 'unreadable request');
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Who keeps their half of the connection open does not keep ours.
  setTimeout(() => socket.destroy(), lingerMs).unref();
};
