import { type InputOf, pathOf, type ResponseOf, type Route } from '@rinnalla/shared/contract/define-route';
import { Problem, type ProblemBody, problemStatus } from '@rinnalla/shared/kernel/problem';
import { askToConfirm } from './confirmation.js';

export interface CallOptions {
  signal?: AbortSignal;
  /** Sent with a POST; the same key for a second try of the same act, so that it happens once. */
  idempotencyKey?: string;
}

/**
 * Calls a route of the contract. Throws `Problem`: the server's own, or `unavailable` when no answer came.
 * A risky act that needs a fresh proof of who one is asks for it, and then goes on. Answers are typed, not parsed again: the server strips what the contract does not name.
 */
export const call = async <R extends Route>(
  route: R,
  input: InputOf<R>,
  { signal, idempotencyKey }: CallOptions = {},
): Promise<ResponseOf<R>> => {
  const { params, query, body } = input as {
    params?: Record<string, string>;
    query?: object;
    body?: unknown;
  };
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (route.method === 'POST') headers['idempotency-key'] = idempotencyKey ?? newKey();

  const send = () =>
    reach(`/api${pathOf(route, params)}${searchOf(query)}`, {
      method: route.method,
      headers,
      credentials: 'same-origin',
      signal: signal ?? null,
      body: body === undefined ? null : JSON.stringify(body),
    });
  let response = await send();
  let problem = response.ok ? undefined : await problemOf(response);
  if (problem?.code === 'confirmIdentity' && (await askToConfirm())) {
    response = await send();
    problem = response.ok ? undefined : await problemOf(response);
  }
  if (problem) throw problem;
  if (response.status === 204) return undefined as ResponseOf<R>;
  return (await response.json()) as ResponseOf<R>;
};

const reach = async (url: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem('unavailable', { reason: 'network' });
  }
};

/** `?a=1&b=x&b=y`: lists repeat their name, what is not set is left out. */
const searchOf = (query: object = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
};

const problemOf = async (response: Response): Promise<Problem> => {
  const body = (await response.json().catch(() => undefined)) as Partial<ProblemBody> | undefined;
  if (!body?.code || !(body.code in problemStatus)) {
    return new Problem(response.status >= 500 ? 'unavailable' : 'internal');
  }
  return new Problem(body.code, {
    ...(body.reason ? { reason: body.reason } : {}),
    ...(body.fields ? { fields: body.fields } : {}),
    ...(body.details ? { details: body.details } : {}),
  });
};

/** A random key; `randomUUID` exists only in secure contexts, a village hall's plain-http test address is not one. */
export const newKey = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
