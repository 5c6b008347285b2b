import { Injectable } from '@nestjs/common';
import { usualAnswerMs } from '@rinnalla/shared/contract/define-route';
import type {
  SocketAnswer,
  SocketRefusal,
  SocketRequest,
} from '@rinnalla/shared/contract/define-socket-event';
import { fieldProblemsOf } from '@rinnalla/shared/contract/field-problems';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { isMember, type Member } from '@rinnalla/shared/organization/actor';
import type { z } from 'zod';
import { Refusals } from '../audit/refusals.js';
import { Database } from '../database/database.js';
import { problemOf } from '../http/problem.filter.js';
import { log } from '../log/log.js';
import { cutOff, isTooSlow } from './slow-consumer.js';
import type { LiveSocket } from './socket.adapter.js';

interface Asked<Request extends SocketRequest> {
  actor: Member;
  payload: z.output<Request['payload']>;
  socket: LiveSocket;
}
export interface SocketHandler<Request extends SocketRequest> {
  /** Runs in a transaction with the context of the socket's session. */
  answer: (asked: Asked<Request>) => Promise<z.input<Request['answer']>>;
  /** After the commit, before the answer leaves; what it gives is answered instead. */
  done?: (
    asked: Asked<Request>,
    answer: z.output<Request['answer']>,
  ) => Promise<z.output<Request['answer']>> | void;
}
interface Registered {
  request: SocketRequest;
  handler: SocketHandler<SocketRequest>;
}

const retryAfterMs = 1_000;
/** More than a browser ever has in flight. */
const mostWaiting = 100;

/**
 * Every question of a socket and its answer: one after the other per socket (Nest would run them side by side), and
 * always an answer within five seconds: success, refusal, wrong payload, unknown question, or our own failure.
 */
@Injectable()
export class SocketRequests {
  private readonly registered = new Map<string, Registered>();
  private readonly running = new Set<Promise<unknown>>();
  private isClosing = false;

  constructor(
    private readonly database: Database,
    private readonly refusals: Refusals,
  ) {}

  handle<Request extends SocketRequest>(request: Request, handler: SocketHandler<Request>): void {
    this.registered.set(request.name, {
      request,
      handler: handler as unknown as SocketHandler<SocketRequest>,
    });
  }

  /** What can be asked, for the authorization matrix. */
  get all(): SocketRequest[] {
    return [...this.registered.values()].map(({ request }) => request);
  }

  /** Takes no new questions from now on; resolves when those that were asked have their answers. */
  async finish(): Promise<void> {
    this.isClosing = true;
    await Promise.allSettled(this.running);
  }

  serve(socket: LiveSocket): void {
    let last: Promise<unknown> = Promise.resolve();
    let waiting = 0;
    socket.onAny((name: string, ...given: unknown[]) => {
      const acknowledge = given.at(-1);
      // A question that wants no answer is none of ours.
      if (typeof acknowledge !== 'function') return;
      const answer = once(acknowledge as (answer: SocketAnswer<unknown>) => void);
      // Who asks and does not read the answers would let them pile up.
      if (isTooSlow(socket)) return cutOff(socket);
      if (this.isClosing) return answer(refusalOf(new Problem('unavailable')));
      if (waiting >= mostWaiting) return answer(refusalOf(new Problem('tooManyRequests')));
      waiting += 1;
      const timer = setTimeout(() => answer(refusalOf(new Problem('unavailable'))), usualAnswerMs);
      const asked = last
        .then(() => this.answer(socket, name, given[0]))
        .then(answer)
        .finally(() => {
          clearTimeout(timer);
          waiting -= 1;
          this.running.delete(asked);
        });
      last = asked;
      this.running.add(asked);
    });
  }

  private async answer(socket: LiveSocket, name: string, payload: unknown): Promise<SocketAnswer<unknown>> {
    try {
      return { ok: true, value: await this.ask(socket, name, payload) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500)
        log.error(
          {
            event: this.registered.has(name) ? name : 'unknown',
            error: error instanceof Error ? error.name : typeof error,
          },
          'socket request failed',
        );
      if (problem.code === 'notSignedIn') setImmediate(() => socket.disconnect(true));
      if (this.registered.has(name))
        await this.refusals.keep(problem, {
          tokenHash: socket.data.tokenHash,
          action: `socket ${name}`,
          ids: payload,
        });
      return refusalOf(problem);
    }
  }

  private async ask(socket: LiveSocket, name: string, given: unknown): Promise<unknown> {
    const found = this.registered.get(name);
    if (!found) throw new Problem('notFound');
    const { request, handler } = found;
    const parsed = request.payload.safeParse(given);
    if (!parsed.success) throw new Problem('invalidInput', { fields: fieldProblemsOf(parsed.error.issues) });
    const { asked, answer } = await this.database.inTransaction(
      { tokenHash: socket.data.tokenHash },
      async ({ transaction }) => {
        const { actor } = transaction;
        if (!actor) throw new Problem('notSignedIn');
        if (!isMember(actor)) throw new Problem('notAllowed', { reason: 'noOrganizationChosen' });
        const asking = { actor, payload: parsed.data, socket };
        return { asked: asking, answer: request.answer.parse(await handler.answer(asking)) };
      },
    );
    return (await handler.done?.(asked, answer)) ?? answer;
  }
}

const once = (
  acknowledge: (answer: SocketAnswer<unknown>) => void,
): ((answer: SocketAnswer<unknown>) => void) => {
  let answered = false;
  return (answer) => {
    if (answered) return;
    answered = true;
    acknowledge(answer);
  };
};

const refusalOf = (problem: Problem): SocketRefusal => ({
  ok: false,
  code: problem.code,
  ...problem.extra,
  ...(problem.code === 'unavailable' || problem.code === 'tooManyRequests' ? { retryAfterMs } : {}),
});
