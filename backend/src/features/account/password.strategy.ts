import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { placeOf } from './caller-place.js';
import { SignIn } from './sign-in.js';
import type { SignInOutcome } from './sign-ins.js';

/** Passport's door for e-mail and password. Other ways of signing in are other strategies beside it. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  validate(request: FastifyRequest, email: string, password: string): Promise<SignInOutcome> {
    return this.signIn.execute(email, password, placeOf(request));
  }
}
