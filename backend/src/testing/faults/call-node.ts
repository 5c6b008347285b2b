import { type InputOf, pathOf, type ResponseOf, type Route } from '@rinnalla/shared/contract/define-route';
import { Problem, type ProblemBody, problemStatus } from '@rinnalla/shared/kernel/problem';

const answerWithinMs = 10_000;

/**
 * Calls a route as the app's `call` does: throws the server's `Problem`, or `unavailable` when no answer came. Of several
 * nodes the next one is asked when one takes no connection, as the proxy in front of them does.
 */
export const callNode = async <R extends Route>(
  nodes: readonly [string, ...string[]],
  cookie: string,
  route: R,
  input: InputOf<R>,
): Promise<ResponseOf<R>> => {
  const {
    params,
    query = {},
    body,
  } = input as {
    params?: Record<string, string>;
    query?: Record<string, string | number | undefined>;
    body?: unknown;
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const response = await reach(nodes, `/api${pathOf(route, params)}?${search.toString()}`, {
    method: route.method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (response.status < 300) return response.body as ResponseOf<R>;
  const { code, reason } = (response.body ?? {}) as Partial<ProblemBody>;
  throw code && code in problemStatus
    ? new Problem(code, reason ? { reason } : {})
    : new Problem('unavailable');
};

const reach = async (
  [node, ...others]: readonly [string, ...string[]],
  path: string,
  request: RequestInit,
): Promise<{ status: number; body: unknown }> => {
  try {
    const response = await fetch(new URL(path, node), request);
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  } catch (error) {
    const [next, ...rest] = others;
    if (next && isRefused(error)) return reach([next, ...rest], path, request);
    throw new Problem('unavailable', { reason: 'network' });
  }
};

const isRefused = (error: unknown): boolean =>
  ((error as { cause?: { code?: string } }).cause?.code ?? '') === 'ECONNREFUSED';
