import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { maySayWho } from '../auth/session-token.js';

/** The same for everybody and seldom new: a browser and a proxy may keep it for a while. */
export const keptAWhile = 'public, max-age=3600';

/** Public, but with free places in it: a proxy spares the database for half a minute, a browser asks each time. */
export const keptBriefly = 'public, max-age=0, s-maxage=30, must-revalidate';

/** Under this it would not arrive sooner. */
const leastCompressed = 1_024;
const brotli = promisify(brotliCompress);
/** A quality at which an answer is packed within a millisecond or two. */
const asBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const encodings = { br: (text: string) => brotli(text, asBrotli), gzip: promisify(gzip) };

/**
 * Names the content of an answer that may be kept, and says "unchanged" to who has it already; who has not gets it packed.
 * What is answered within a session may hold what only this reader may do, so no proxy keeps it. Other answers are not
 * packed: from the length of a packed answer one can guess what stands in it (BREACH), and these hold no secrets.
 */
export const keepAnswer = async (
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> => {
  const allowed = reply.getHeader('cache-control');
  if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  if (typeof allowed !== 'string' || !allowed.startsWith('public')) return payload;
  if (allowed === keptBriefly && maySayWho(request.headers.cookie))
    void reply.header('cache-control', 'private, no-cache');
  void reply.header('vary', allowed === keptBriefly ? 'cookie, accept-encoding' : 'accept-encoding');
  const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
  void reply.header('etag', tag);
  if (!request.headers['if-none-match']?.split(/,\s*/).includes(tag)) return pack(request, reply, payload);
  void reply.status(304).removeHeader('content-length').removeHeader('content-type');
  return '';
};

const pack = async (request: FastifyRequest, reply: FastifyReply, text: string): Promise<string | Buffer> => {
  const accepted = request.headers['accept-encoding'];
  const encoding = accepted && negotiate(accepted, Object.keys(encodings));
  if (!(encoding === 'br' || encoding === 'gzip') || text.length < leastCompressed) return text;
  void reply.header('content-encoding', encoding).removeHeader('content-length');
  return encodings[encoding](text);
};
