import type { FastifyRequest } from 'fastify';
import type { Begun } from '../database/database.js';

/** A request whose transaction has begun. Once it runs, the interceptor ends the transaction, though the answer may have left. */
export type OpenRequest = FastifyRequest & {
  opened?: Begun | undefined;
  isRunning?: boolean;
  tokenHash?: string | undefined;
};
