import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { routeOf } from '../../platform/http/handles.js';
import { parseRequest } from '../../platform/http/parse-request.js';
import { placeOf } from './caller-place.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { PublicOrigin } from './public-origin.js';
import { SessionCookies } from './session-cookies.js';

/** Passport's door for what came back from an organization's own sign-in service. */
@Injectable()
export class ProviderStrategy extends PassportStrategy(passport.Strategy, 'provider') {
  constructor(
    private readonly signIn: ProviderSignIn,
    private readonly cookies: SessionCookies,
    private readonly origin: PublicOrigin,
  ) {
    super();
  }

  override authenticate(given: unknown): void {
    const request = given as FastifyRequest;
    const { body } = parseRequest(signInRoutes.fromProvider, request) as ParsedOf<typeof signInRoutes.fromProvider>;
    this.signIn.finish(this.cookies.signInTokenOf(request), body, this.origin.of(request), placeOf(request)).then(
      (outcome) => this.success(outcome),
      (error: unknown) => this.error(error),
    );
  }

  /** Nest's mixin asks for it; `authenticate` does the work. */
  validate(): never {
    throw new Error('Not a strategy of credentials.');
  }
}

@Injectable()
export class ProviderGuard extends AuthGuard('provider') {
  override canActivate(context: ExecutionContext) {
    const route = routeOf(context.getHandler());
    if (route) parseRequest(route, context.switchToHttp().getRequest<FastifyRequest>());
    return super.canActivate(context);
  }

  override handleRequest<Outcome>(error: unknown, outcome: Outcome): Outcome {
    if (error) throw error;
    return outcome;
  }
}
