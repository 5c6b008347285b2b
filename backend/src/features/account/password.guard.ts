import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { routeOf } from '../../platform/http/handles.js';
import { parseRequest } from '../../platform/http/parse-request.js';
import type { KnockingRequest } from './password.strategy.js';
import { SignIn } from './sign-in.js';

/** Runs the password strategy once the body has passed the route's schema; refuses in our own vocabulary. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  constructor(private readonly signIn: SignIn) {
    super();
  }

  override canActivate(context: ExecutionContext) {
    const route = routeOf(context.getHandler());
    const request = context.switchToHttp().getRequest<KnockingRequest>();
    if (route) parseRequest(route, request);
    request.signIn = this.signIn;
    return super.canActivate(context);
  }

  override handleRequest<Opened>(error: unknown, opened: Opened | false): Opened {
    if (error) throw error;
    if (!opened) throw new Problem('wrongCredentials');
    return opened;
  }
}
