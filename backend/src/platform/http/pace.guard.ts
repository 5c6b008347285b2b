import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { FastifyRequest } from 'fastify';
import { SessionTokens } from '../auth/session-tokens.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { RequestPace } from './request-pace.js';

/** An office shares one address; made-up cookies do not make a caller many. */
const sessionsPerAddress = 20;

/** No caller takes the server from the others: so many requests a minute from a session, or from an address without one. */
@Injectable()
export class PaceGuard implements CanActivate {
  private readonly pace = new RequestPace();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tokens: SessionTokens,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // The orchestrator's own questions come from one place, and often.
    if (request.url.startsWith('/health/')) return true;
    const most = this.config.REQUESTS_PER_MINUTE;
    const session = this.tokens.hashOf(request);
    const isWithin = session
      ? this.pace.take(`session ${session}`, most) &&
        this.pace.take(`office ${request.ip}`, most * sessionsPerAddress)
      : this.pace.take(`address ${request.ip}`, most);
    if (!isWithin) throw new Problem('tooManyRequests', { reason: 'tooManyRequests' });
    return true;
  }
}
