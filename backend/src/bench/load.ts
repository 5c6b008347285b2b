import autocannon from 'autocannon';

/** One request of a round. */
export interface Call {
  method: 'GET' | 'POST';
  path: string;
  /** Of whom it comes; the limit knows nobody. */
  token?: string;
  body?: object;
}

export interface LoadOutcome {
  requestsPerSecond: number;
  requests: number;
  /** Answers other than 2xx, broken connections and timeouts: must be 0. */
  errors: number;
  p50Ms: number;
  p99Ms: number;
}

export const connections = 16;

/** Calls `next` for each request of each of the 16 connections, without a pause, for some seconds. */
export const load = async (url: string, seconds: number, next: () => Call): Promise<LoadOutcome> => {
  const {
    duration,
    latency,
    errors,
    timeouts,
    non2xx,
    '2xx': answered,
  } = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...requestOf(next()) }) }],
  });
  return {
    requestsPerSecond: answered / duration,
    requests: answered,
    errors: errors + timeouts + non2xx,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
  };
};

const requestOf = ({ method, path, token, body }: Call) => ({
  method,
  path,
  headers: {
    ...(token ? { cookie: `session=${token}` } : {}),
    ...(body ? { 'content-type': 'application/json' } : {}),
    // As the screens do with every POST.
    ...(token && method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
  },
  ...(body ? { body: JSON.stringify(body) } : {}),
});
