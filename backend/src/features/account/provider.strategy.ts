import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { parseRequest } from '../../platform/http/parse-request.js';
import { placeOf } from './caller-place.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { PublicOrigin } from './public-origin.js';
import { SessionCookies } from './session-cookies.js';
import type { SignInOutcome } from './sign-ins.js';

/** Passport is one for the whole process; who serves the request says by what it is judged. */
type ReturningRequest = FastifyRequest & { finishSignIn: () => Promise<SignInOutcome> };

/** Passport's door for what came back from an organization's own sign-in service. */
@Injectable()
export class ProviderStrategy extends PassportStrategy(passport.Strategy, 'provider') {
  override authenticate(request: unknown): void {
    (request as ReturningRequest).finishSignIn().then(
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
  constructor(
    private readonly signIn: ProviderSignIn,
    private readonly cookies: SessionCookies,
    private readonly origin: PublicOrigin,
  ) {
    super();
  }

  override canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest<ReturningRequest>();
    const { body } = parseRequest(signInRoutes.fromProvider, request) as ParsedOf<
      typeof signInRoutes.fromProvider
    >;
    request.finishSignIn = () =>
      this.signIn.finish(
        this.cookies.signInTokenOf(request),
        body,
        this.origin.of(request),
        placeOf(request),
      );
    return super.canActivate(context);
  }

  override handleRequest<Outcome>(error: unknown, outcome: Outcome): Outcome {
    if (error) throw error;
    return outcome;
  }
}
