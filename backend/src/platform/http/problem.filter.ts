import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { Problem, type ProblemBody } from '@rinnalla/shared/kernel/problem';
import type { FastifyReply } from 'fastify';
import { Refusals } from '../audit/refusals.js';
import { problemOfDatabaseError } from '../database/database-problem.js';
import { log } from '../log/log.js';
import type { OpenRequest } from './open-request.js';

/** Turns whatever was thrown into problem+json. No stack, SQL or foreign id leaves; what was refused to a person is logged first. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(Refusals) private readonly refusals: Refusals) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<OpenRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) log.error({ requestId: request.id, error: describe(error) }, 'request failed');
    await this.refusals.keep(problem, {
      tokenHash: request.tokenHash,
      requestId: request.id,
      action: `${request.method} /${request.routeOptions.url?.replace(/^\/(api\/)?/, '') ?? ''}`,
      ids: request.params,
    });
    if (problem.code === 'unavailable' || problem.code === 'tooManyRequests')
      void reply.header('retry-after', '2');
    void reply.status(problem.status).type('application/problem+json').send(bodyOf(problem, request.id));
  }
}

export const bodyOf = (problem: Problem, requestId: string): ProblemBody => ({
  type: 'about:blank',
  title: problem.code,
  status: problem.status,
  code: problem.code,
  ...problem.extra,
  requestId,
});

export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const ofDatabase = problemOfDatabaseError(error);
  if (ofDatabase) return ofDatabase;
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : ((error as { statusCode?: number }).statusCode ?? 500);
  if (status === 404 || status === 405) return new Problem('notFound');
  if (status === 413) return new Problem('tooLarge');
  if (status === 503) return new Problem('unavailable');
  if (status >= 400 && status < 500) return new Problem('invalidInput', { reason: 'unreadable' });
  return new Problem('internal');
};

/** For the log: what failed and where, without the values that a message or a query may carry. */
const describe = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
  return { kind: error.name, code: (error as { code?: unknown }).code, frames };
};
