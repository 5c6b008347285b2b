import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { FastifyRequest } from 'fastify';
import { maySayWho } from '../auth/session-token.js';
import { AllowedOrigins } from './allowed-origins.js';
import { routeOf } from './handles.js';

/**
 * Cross-site writes are refused: SameSite cookies are the first lock, this is the second (OWASP CSRF cheat sheet). So are
 * cross-site readings of what is not public: a page of another site gets no answer to measure, embed or guess from.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(@Inject(AllowedOrigins) private readonly origins: AllowedOrigins) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const isPublic = routeOf(context.getHandler())?.access === 'public';
    if (isReading && isPublic && !maySayWho(request.headers.cookie)) return true;
    if (!this.origins.mayAct(request.headers)) throw new Problem('foreignOrigin');
    return true;
  }
}
