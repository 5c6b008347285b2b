import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { maySayWho } from '../auth/session-token.js';

/** The same for everybody and seldom new: a browser and a proxy may keep it for a while. */
export const keptAWhile = 'public, max-age=3600';

/** Public, but with free places in it: a proxy spares the database for half a minute, a browser asks each time. */
export const keptBriefly = 'public, max-age=0, s-maxage=30, must-revalidate';

/**
 * Names the content of an answer that may be kept, and says "unchanged" to who has it already. What is answered within
 * a session may hold what only this reader may do, so no proxy keeps it.
 */
export const keepAnswer = (request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown => {
  const allowed = reply.getHeader('cache-control');
  if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  if (typeof allowed !== 'string' || !allowed.startsWith('public')) return payload;
  if (allowed === keptBriefly) {
    void reply.header('vary', 'cookie');
    if (maySayWho(request.headers.cookie)) void reply.header('cache-control', 'private, no-cache');
  }
  const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
  void reply.header('etag', tag);
  if (!request.headers['if-none-match']?.split(/,\s*/).includes(tag)) return payload;
  void reply.status(304).removeHeader('content-length').removeHeader('content-type');
  return '';
};
