import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf, sessionCookie, signInCookie } from '../../platform/auth/session-token.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { SignInOutcome } from './sign-ins.js';

/** The two cookies of the door: of a session, and of a sign-in that is under way. Scripts read neither. */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.secure = config.PUBLIC_ORIGIN?.startsWith('https:') ?? false;
  }

  /** A session takes the place of the sign-in that led to it. */
  give(reply: FastifyReply, { sessionToken, signInToken }: SignInOutcome): void {
    if (sessionToken) this.set(reply, sessionCookie(this.secure), sessionToken);
    if (signInToken) this.set(reply, signInCookie(this.secure), signInToken);
    if (sessionToken && !signInToken) this.clear(reply, signInCookie(this.secure));
  }

  end(reply: FastifyReply): void {
    this.clear(reply, sessionCookie(this.secure));
    this.clear(reply, signInCookie(this.secure));
  }

  endSignIn(reply: FastifyReply): void {
    this.clear(reply, signInCookie(this.secure));
  }

  signInTokenOf(request: FastifyRequest): string | undefined {
    return cookieOf(request.headers.cookie, signInCookie(this.secure));
  }

  private set(reply: FastifyReply, name: string, token: string): void {
    void reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }

  private clear(reply: FastifyReply, name: string): void {
    void reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }
}
