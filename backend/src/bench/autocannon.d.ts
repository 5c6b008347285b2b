/** The part of autocannon 9 that the bench uses; the package brings no types. */
declare module 'autocannon' {
  interface LoadRequest {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: LoadRequest) => LoadRequest;
  }
  interface Load {
    url: string;
    connections: number;
    duration: number;
    timeout?: number;
    requests: LoadRequest[];
  }
  interface LoadResult {
    /** Seconds. */
    duration: number;
    errors: number;
    timeouts: number;
    non2xx: number;
    '2xx': number;
    latency: { p50: number; p99: number };
    statusCodeStats?: Record<string, { count: number }>;
  }
  function autocannon(load: Load): Promise<LoadResult>;
  export = autocannon;
}
