import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';

/** Which Origin may write and open sockets: the public one; without it, the loopback host that was asked. */
@Injectable()
export class AllowedOrigins {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Whether a write or the opening of a socket comes from our own pages, or from a program that is no browser: browsers
   * tell both headers, and neither can be forged by a page.
   */
  mayAct({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    return origin === undefined || this.has(origin, host);
  }

  has(origin: string, host: string | undefined): boolean {
    if (this.config.PUBLIC_ORIGIN) return origin === new URL(this.config.PUBLIC_ORIGIN).origin;
    return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '') && origin === `http://${host}`;
  }
}
