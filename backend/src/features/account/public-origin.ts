import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { AllowedOrigins } from '../../platform/http/allowed-origins.js';

/** The address of the product as this browser sees it: passkeys and answers of sign-in services are bound to it. */
@Injectable()
export class PublicOrigin {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly origins: AllowedOrigins,
  ) {}

  of({ headers: { host } }: Pick<FastifyRequest, 'headers'>): string {
    if (this.config.PUBLIC_ORIGIN) return new URL(this.config.PUBLIC_ORIGIN).origin;
    const origin = `http://${host}`;
    if (!this.origins.has(origin, host)) throw new Problem('foreignOrigin');
    return origin;
  }
}
