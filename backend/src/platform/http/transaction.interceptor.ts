import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Route } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type Begun, Database, type KeptAnswer } from '../database/database.js';
import { routeOf } from './handles.js';
import type { OpenRequest } from './open-request.js';

/**
 * Runs the handler inside the transaction that the guard began: commits what it returns, rolls back what it throws,
 * answers a replayed POST with the kept answer, and lets nothing leave that the route's response does not name.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<OpenRequest>();
    const route = routeOf(context.getHandler());
    const { opened } = request;
    if (context.getType() !== 'http' || !route || !opened) return next.handle();
    return from(this.run(route, request, opened, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async run(
    route: Route,
    request: OpenRequest,
    opened: Begun,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const { transaction } = opened;
    const key = replayKeyOf(route, request, transaction.actor?.personId);
    request.isRunning = true;
    try {
      if (key && opened.kept) {
        await transaction.rollback();
        return answerAgain(opened.kept, key, reply);
      }
      const answer: unknown = await this.database.within(transaction, () => lastValueFrom(next.handle()));
      const response: unknown = route.response.parse(answer);
      if (key) transaction.replayable = { ...key, status: route.status, response };
      await transaction.commit();
      return response;
    } catch (error) {
      await transaction.rollback().catch(() => undefined);
      const kept = key && (await this.keptMeanwhile(key.key, request));
      if (key && kept) return answerAgain(kept, key, reply);
      throw error;
    } finally {
      request.opened = undefined;
      await transaction.runner.release();
    }
  }

  /** The same request twice at once: the one that lost the race answers as the one that won. */
  private async keptMeanwhile(key: string, request: OpenRequest): Promise<KeptAnswer | undefined> {
    const begun = await this.database.begin({ tokenHash: request.tokenHash, idempotencyKey: key });
    await begun.transaction.rollback();
    await begun.transaction.runner.release();
    return begun.kept;
  }
}

interface ReplayKey {
  key: string;
  route: string;
  bodyHash: string;
}

const replayKeyOf = (
  route: Route,
  request: OpenRequest,
  personId: string | undefined,
): ReplayKey | undefined => {
  const key = request.headers['idempotency-key'];
  if (
    route.method !== 'POST' ||
    route.repeatsByItsOwnId ||
    route.isShownOnce ||
    !personId ||
    typeof key !== 'string'
  )
    return undefined;
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(key)) {
    throw new Problem('invalidInput', { fields: [{ path: 'header.idempotency-key', code: 'invalid' }] });
  }
  const asked = JSON.stringify([request.params, request.body]);
  return {
    key,
    route: `${route.method} ${route.path}`,
    bodyHash: createHash('sha256').update(asked).digest('hex'),
  };
};

const answerAgain = (kept: KeptAnswer, key: ReplayKey, reply: FastifyReply): unknown => {
  if (kept.route !== key.route || kept.bodyHash !== key.bodyHash) throw new Problem('idempotencyConflict');
  void reply.status(kept.status).header('idempotent-replayed', 'true');
  return kept.response;
};
