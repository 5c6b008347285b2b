import { type ParsedOf, type ResponseOf, type Route } from '@rinnalla/shared/contract/define-route';
import { Problem, type ProblemBody } from '@rinnalla/shared/kernel/problem';

interface Answering {
  route: Route;
  answer: (parsed: ParsedOf<Route>, headers: Headers) => unknown;
}

/** A request that reached the fake server, for asserting on what was sent. */
export interface Received {
  method: string;
  path: string;
  body: unknown;
  idempotencyKey: string | null;
}

/**
 * The network edge of a component test: answers by the contract's routes. Requests are parsed by the contract's
 * schemas and answers go through its response schemas, so a test cannot drift from what the server really does.
 */
export class FakeServer {
  readonly received: Received[] = [];
  private answering: Answering[] = [];
  private isDown = false;

  /** Answers a route; the last word holds. Throwing a `Problem` answers as the server's filter would. */
  on<R extends Route>(
    route: R,
    answer: (parsed: ParsedOf<R>, headers: Headers) => ResponseOf<R> | Promise<ResponseOf<R>>,
  ): this {
    this.answering = [{ route, answer: answer as Answering['answer'] }, ...this.answering];
    return this;
  }

  /** Every request fails as without a network, until told otherwise. */
  goDown(isDown = true): this {
    this.isDown = isDown;
    return this;
  }

  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://localhost');
    const method = init.method ?? 'GET';
    const headers = new Headers(init.headers);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    this.received.push({
      method,
      path: `${url.pathname}${url.search}`,
      body,
      idempotencyKey: headers.get('idempotency-key'),
    });
    if (this.isDown) throw new TypeError('Failed to fetch');

    for (const { route, answer } of this.answering) {
      const params = route.method === method ? paramsOf(route.path, url.pathname) : undefined;
      if (!params) continue;
      try {
        const parsed = {
          params: route.params.parse(Object.keys(params).length > 0 ? params : undefined),
          query: route.query.safeParse(queryOf(url)).data,
          body: route.body.parse(body),
        };
        const json = route.response.parse(await answer(parsed, headers));
        return respond(route.status, json, 'application/json');
      } catch (error) {
        if (error instanceof Problem)
          return respond(error.status, problemBody(error), 'application/problem+json');
        throw error;
      }
    }
    return respond(404, problemBody(new Problem('notFound')), 'application/problem+json');
  };
}

const respond = (status: number, json: unknown, type: string): Response =>
  ({
    ok: status < 400,
    status,
    headers: new Headers({ 'content-type': type }),
    json: () => Promise.resolve(JSON.parse(JSON.stringify(json))),
  }) as Response;

const problemBody = (problem: Problem): ProblemBody => ({
  type: 'about:blank',
  title: problem.code,
  status: problem.status,
  code: problem.code,
  ...problem.extra,
});

const paramsOf = (pattern: string, pathname: string): Record<string, string> | undefined => {
  const expected = `/api${pattern}`.split('/');
  const given = pathname.split('/');
  if (expected.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [position, part] of expected.entries()) {
    const value = decodeURIComponent(given[position] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
};

const queryOf = (url: URL): Record<string, string | string[]> | undefined => {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? '');
  }
  return query;
};
