import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { OpenRequest } from './open-request.js';

/** The hash of the caller's session token, for the few handlers that begin their own transactions; the door has read it. */
export const SessionToken = createParamDecorator(
  (_data: undefined, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<OpenRequest>().tokenHash,
);
