import { z } from 'zod';

/** Every question is answered within five seconds; this leaves the network its part of them. */
export const usualAnswerMs = 4_800;

/** A file may take so long to come; a slow line is no attack, an endless one is. */
export const longestUploadMs = 5 * 60_000;

/** Who may call a route at all; what they may see in it is the feature's policy and the database's. */
export type Access = 'public' | 'signedIn';

/** JSON both ways, or a file: in as the one part of a multipart form, out as its bytes. */
export type Carries = 'json' | 'fileIn' | 'fileOut';

/** A route is a value: server, browser and the OpenAPI document are all made from it. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api`, parameters as `:name`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  /** A risky act: refused with `confirmIdentity` unless the person has proven who they are within ten minutes. */
  readonly requiresStepUp: boolean;
  /** Its answer holds a secret that is shown once: it is not kept for a replay, a second try makes another. */
  readonly isShownOnce: boolean;
  readonly status: number;
  /** How long its work may take; only what carries files needs more than the usual five seconds. */
  readonly answersWithinMs: number;
  /** Its body's own id makes it repeatable for ever, so no answer is kept under an Idempotency-Key. */
  readonly repeatsByItsOwnId: boolean;
  readonly carries: Carries;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
}

/** What a caller gives: unset parts of the route need not be named. */
export type InputOf<R extends Route> = Part<'params', z.input<R['params']>> &
  Part<'query', z.input<R['query']>> &
  Part<'body', z.input<R['body']>>;
/** What a handler receives after the door has parsed it. */
export interface ParsedOf<R extends Route> {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: z.output<R['body']>;
}
export type ResponseOf<R extends Route> = z.output<R['response']>;

type Part<Name extends string, Value> = [Value] extends [Nothing]
  ? { [K in Name]?: undefined }
  : Record<never, never> extends Value
    ? { [K in Name]?: Value }
    : { [K in Name]: Value };
type Nothing = undefined;

const nothing = z.undefined();
type NothingSchema = typeof nothing;

interface Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  method: Route['method'];
  path: Route['path'];
  summary: string;
  access: Access;
  requiresStepUp?: boolean;
  isShownOnce?: boolean;
  status?: number;
  answersWithinMs?: number;
  repeatsByItsOwnId?: boolean;
  carries?: Carries;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
}

/**
 * Defines a route. Objects must be strict (`z.strictObject`) on the way in: unknown fields are refused.
 * `response` strips what it does not name on the way out.
 */
export const defineRoute = <
  R extends z.ZodType,
  P extends z.ZodType = NothingSchema,
  Q extends z.ZodType = NothingSchema,
  B extends z.ZodType = NothingSchema,
>(
  definition: Definition<P, Q, B, R>,
): Route<P, Q, B, R> => ({
  method: definition.method,
  path: definition.path,
  summary: definition.summary,
  access: definition.access,
  requiresStepUp: definition.requiresStepUp ?? false,
  isShownOnce: definition.isShownOnce ?? false,
  status: definition.status ?? (definition.method === 'POST' ? 201 : 200),
  answersWithinMs: definition.answersWithinMs ?? usualAnswerMs,
  repeatsByItsOwnId: definition.repeatsByItsOwnId ?? false,
  carries: definition.carries ?? 'json',
  params: definition.params ?? (nothing as unknown as P),
  query: definition.query ?? (nothing as unknown as Q),
  body: definition.body ?? (nothing as unknown as B),
  response: definition.response,
});

/** The path with its parameters put in, encoded. */
export const pathOf = (route: Pick<Route, 'path'>, params: Record<string, string> = {}): string =>
  route.path.replace(/:([A-Za-z]+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
