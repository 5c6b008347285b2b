import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { placeOf } from './caller-place.js';
import type { SignIn } from './sign-in.js';
import type { SignInOutcome } from './sign-ins.js';

/** Passport is one for the whole process; who serves the request says by what it is judged. */
export type KnockingRequest = FastifyRequest & { signIn: SignIn };

/** Passport's door for e-mail and password. Other ways of signing in are other strategies beside it. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor() {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  validate(request: KnockingRequest, email: string, password: string): Promise<SignInOutcome | undefined> {
    return request.signIn.execute(email, password, placeOf(request));
  }
}
