import type { z } from 'zod';

/** A kind of work: its name in the table, and what a row of it carries: ids, never content. */
export interface JobKind<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
}

export const defineJob = <Payload extends z.ZodType>(name: string, payload: Payload): JobKind<Payload> => ({
  name,
  payload,
});
