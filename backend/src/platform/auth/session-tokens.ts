import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { cookieOf, hashOfToken, sessionCookie } from './session-token.js';

/**
 * The caller's session, by the one cookie that this installation gives. Over HTTPS a cookie without `__Host-` is nobody's:
 * a neighbouring site under the same domain could have set it.
 */
@Injectable()
export class SessionTokens {
  private readonly cookie: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.cookie = sessionCookie(config.PUBLIC_ORIGIN?.startsWith('https:') ?? false);
  }

  /** The hash of the token, as the database keeps it. */
  hashOf({ headers }: { headers: IncomingHttpHeaders }): string | undefined {
    const token = cookieOf(headers.cookie, this.cookie);
    return token && hashOfToken(token);
  }
}
