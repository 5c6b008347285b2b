import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { FastifyRequest } from 'fastify';
import { AllowedOrigins } from './allowed-origins.js';

/** Cross-site writes are refused: SameSite cookies are the first lock, this is the second (OWASP CSRF cheat sheet). */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(@Inject(AllowedOrigins) private readonly origins: AllowedOrigins) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    if (!this.origins.mayAct(request.headers)) throw new Problem('foreignOrigin');
    return true;
  }
}
