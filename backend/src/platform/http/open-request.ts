import type { FastifyRequest } from 'fastify';
import type { Begun } from '../database/database.js';

/** A request whose transaction has begun. */
export type OpenRequest = FastifyRequest & { opened?: Begun | undefined; tokenHash?: string | undefined };
