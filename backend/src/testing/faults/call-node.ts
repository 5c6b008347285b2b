import { type InputOf, pathOf, type ResponseOf, type Route } from '@rinnalla/shared/contract/define-route';
import { Problem, type ProblemBody, problemStatus } from '@rinnalla/shared/kernel/problem';

const answerWithinMs = 10_000;

/** Calls a route as the app's `call` does: throws the server's `Problem`, or `unavailable` when no answer came. */
export const callNode = async <R extends Route>(node: string, cookie: string, route: R, input: InputOf<R>): Promise<ResponseOf<R>> => {
  const { params, query = {}, body } = input as { params?: Record<string, string>; query?: Record<string, string | number | undefined>; body?: unknown };
  const address = new URL(`/api${pathOf(route, params)}`, node);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, String(value));
  const response = await reach(address, {
    method: route.method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (response.status < 300) return response.body as ResponseOf<R>;
  const { code, reason } = (response.body ?? {}) as Partial<ProblemBody>;
  throw code && code in problemStatus ? new Problem(code, reason ? { reason } : {}) : new Problem('unavailable');
};

const reach = async (address: URL, request: RequestInit): Promise<{ status: number; body: unknown }> => {
  try {
    const response = await fetch(address, request);
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  } catch {
    throw new Problem('unavailable', { reason: 'network' });
  }
};
