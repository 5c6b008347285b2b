import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';

/** Which Origin may write and open sockets: the public one; without it, the loopback host that was asked. */
@Injectable()
export class AllowedOrigins {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  has(origin: string, host: string | undefined): boolean {
    if (this.config.PUBLIC_ORIGIN) return origin === new URL(this.config.PUBLIC_ORIGIN).origin;
    return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) && origin === `http://${host}`;
  }
}
