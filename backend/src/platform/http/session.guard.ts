import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { hashOfToken, sessionTokenOf } from '../auth/session-token.js';
import { Database } from '../database/database.js';
import { keepsOwnTransactions, routeOf } from './handles.js';
import type { OpenRequest } from './open-request.js';

/**
 * The door of every route: begins the request's transaction with the caller's context, and refuses strangers.
 * A handler without a route of the contract is refused too: no route exists by accident.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly database: Database) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const route = routeOf(context.getHandler());
    if (!route) throw new Problem('notFound');
    if (keepsOwnTransactions(context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<OpenRequest>();
    const token = sessionTokenOf(request.headers.cookie);
    request.tokenHash = token && hashOfToken(token);
    const key = request.headers['idempotency-key'];
    const opened = await this.database.begin({
      tokenHash: request.tokenHash,
      idempotencyKey: route.method === 'POST' && typeof key === 'string' ? key : undefined,
      requestId: request.id,
    });
    if (route.access !== 'public' && !opened.transaction.actor) {
      await opened.transaction.rollback();
      await opened.transaction.runner.release();
      throw new Problem('notSignedIn');
    }
    request.opened = opened;
    return true;
  }
}
