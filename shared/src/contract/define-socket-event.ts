import type { z } from 'zod';
import type { ProblemBody } from '../kernel/problem.js';

/** What a browser asks over its socket: answered within five seconds, with `ok` or a refusal, whatever happens. */
export interface SocketRequest<Payload extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly summary: string;
  /** Strict on the way in. */
  readonly payload: Payload;
  readonly answer: Answer;
}

/** What the server tells a browser unasked. */
export interface SocketNotice<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly payload: Payload;
}

/** A refusal in the words of HTTP's problems. `retryAfterMs`: trying again may help, no sooner. */
export interface SocketRefusal extends Pick<ProblemBody, 'code' | 'reason' | 'fields' | 'details'> {
  ok: false;
  retryAfterMs?: number;
}
export type SocketAnswer<Value> = { ok: true; value: Value } | SocketRefusal;

export const defineSocketRequest = <Payload extends z.ZodType, Answer extends z.ZodType>(
  request: SocketRequest<Payload, Answer>,
): SocketRequest<Payload, Answer> => request;

export const defineSocketNotice = <Payload extends z.ZodType>(
  notice: SocketNotice<Payload>,
): SocketNotice<Payload> => notice;

/** Event maps as socket.io types a connection, made from the definitions. */
export type ServerEventsOf<Notices extends Record<string, SocketNotice>> = {
  [Name in keyof Notices]: (payload: z.output<Notices[Name]['payload']>) => void;
};
export type ClientEventsOf<Requests extends Record<string, SocketRequest>> = {
  [Name in keyof Requests]: (
    payload: z.input<Requests[Name]['payload']>,
    answer: (answer: SocketAnswer<z.output<Requests[Name]['answer']>>) => void,
  ) => void;
};
