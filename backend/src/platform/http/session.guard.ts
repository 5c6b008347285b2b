import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { confirmedForMinutes } from '@rinnalla/shared/account/confirmation-routes';
import type { Route } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { SessionTokens } from '../auth/session-tokens.js';
import { type Begun, Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { keepsOwnTransactions, routeOf } from './handles.js';
import type { OpenRequest } from './open-request.js';

const confirmedAt = statement(
  'session-confirmed-at',
  'select coalesce(confirmed_at, created_at) as at from session where id = $1',
);

/**
 * The door of every route: begins the request's transaction with the caller's context, and refuses strangers.
 * A handler without a route of the contract is refused too: no route exists by accident.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly tokens: SessionTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const route = routeOf(context.getHandler());
    if (!route) throw new Problem('notFound');
    const request = context.switchToHttp().getRequest<OpenRequest>();
    request.tokenHash = this.tokens.hashOf(request);
    if (keepsOwnTransactions(context.getHandler())) return true;
    const key = request.headers['idempotency-key'];
    const opened = await this.database.begin({
      tokenHash: request.tokenHash,
      idempotencyKey:
        route.method === 'POST' && !route.repeatsByItsOwnId && !route.isShownOnce && typeof key === 'string'
          ? key
          : undefined,
      requestId: request.id,
    });
    const refusal = await this.refusalOf(route, opened).catch((error: unknown) => error);
    if (refusal) {
      await opened.transaction.rollback();
      await opened.transaction.runner.release();
      throw refusal;
    }
    request.opened = opened;
    return true;
  }

  private async refusalOf(route: Route, { transaction }: Begun): Promise<Problem | undefined> {
    const { actor, at } = transaction;
    if (route.access !== 'public' && !actor) return new Problem('notSignedIn');
    if (!route.requiresStepUp || !actor) return undefined;
    const [session] = await transaction.rows<{ at: Date }>(confirmedAt, [actor.sessionId]);
    const isFresh =
      session !== undefined && at.getTime() - session.at.getTime() < confirmedForMinutes * 60_000;
    return isFresh ? undefined : new Problem('confirmIdentity');
  }
}
