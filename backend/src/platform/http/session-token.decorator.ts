import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { hashOfToken, sessionTokenOf } from '../auth/session-token.js';

/** The hash of the caller's session token, for the few handlers that begin their own transactions. */
export const SessionToken = createParamDecorator((_data: undefined, context: ExecutionContext): string | undefined => {
  const token = sessionTokenOf(context.switchToHttp().getRequest<FastifyRequest>().headers.cookie);
  return token && hashOfToken(token);
});
