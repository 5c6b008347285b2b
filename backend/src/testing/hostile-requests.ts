import { request } from 'node:http';
import fc from 'fast-check';
import { type JsonSchema, type Known, hostile, valuesOf } from './schema-values.js';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  schema: JsonSchema;
}
interface Operation {
  method: string;
  path: string;
  parameters: Parameter[];
  body: JsonSchema | undefined;
}
export interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: JsonSchema }> } }
    >
  >;
}

/** A request as bytes on the wire will say it. */
export interface HostileRequest {
  /** As in the document: `POST /clients`. */
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export const operationsOf = ({ paths }: OpenApi): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema,
    })),
  );

/** Requests for the document's operations: most are shaped as it says, some break HTTP, JSON or the address itself. */
export const hostileRequests = (
  operations: readonly Operation[],
  known: Known,
): fc.Arbitrary<HostileRequest> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.oneof(
        ...operations.map((operation) => ({
          weight: weightOf(operation),
          arbitrary: shaped(operation, { ...known, wild: true }),
        })),
      ),
    },
    {
      weight: 9,
      arbitrary: fc.oneof(
        ...operations.map((operation) => ({
          weight: weightOf(operation),
          arbitrary: shaped(operation, { ...known, wild: false }),
        })),
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...operations).chain((operation) => broken(operation, known)) },
    { weight: 1, arbitrary: fc.constantFrom(...operations).chain((operation) => astray(operation)) },
  );

/** What takes a body can go wrong in more ways. */
const weightOf = ({ body, path }: Operation): number => (path.endsWith('/transitions') ? 8 : body ? 3 : 1);

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const json = { 'content-type': 'application/json' };
const idempotencyKeys = [
  '0b9fbd20-6f3c-4a53-9d0b-0c5d6d2f0001',
  '0b9fbd20-6f3c-4a53-9d0b-0c5d6d2f0002',
  'avain',
  '',
  '\u00E4'.repeat(50),
];

const shaped = (operation: Operation, known: Known): fc.Arbitrary<HostileRequest> =>
  fc
    .record({
      parameters: fc.tuple(
        ...operation.parameters.map(({ schema, name, in: place }) =>
          place === 'query'
            ? fc.option(valuesOf(schema, known, name), { freq: 2 })
            : valuesOf(schema, known, name),
        ),
      ),
      body: operation.body
        ? valuesOf(operation.body, known)
        : known.wild
          ? seldom(hostile())
          : fc.constant(undefined),
      key: seldom(fc.constantFrom(...idempotencyKeys)),
    })
    .map(({ parameters, body, key }) => ({
      operation: nameOf(operation),
      method: operation.method,
      path: addressOf(operation, parameters),
      headers: {
        ...(body === undefined ? {} : json),
        ...(key === undefined ? {} : { 'idempotency-key': encode(key) }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }));

const brokenBodies = [
  '',
  '{',
  '[]',
  'null',
  '"x"',
  '{"a":1}{"b":2}',
  '{"__proto__":{"x":1}}',
  '\u0000',
  '['.repeat(20_000),
  `{"a":"${'x'.repeat(300_000)}"}`,
];
const contentTypes = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'x',
  '',
];

const broken = (operation: Operation, known: Known): fc.Arbitrary<HostileRequest> =>
  fc
    .record({
      parameters: fc.tuple(...operation.parameters.map(({ schema, name }) => valuesOf(schema, known, name))),
      body: fc.constantFrom(...brokenBodies),
      contentType: fc.constantFrom(...contentTypes),
      method: fc.constantFrom(
        operation.method,
        'POST',
        'PUT',
        'PATCH',
        'DELETE',
        'OPTIONS',
        'HEAD',
        'PROPFIND',
      ),
      header: fc.constantFrom<Record<string, string>>(
        {},
        { 'x-http-method-override': 'DELETE' },
        { origin: 'https://elsewhere.example' },
        { 'sec-fetch-site': 'cross-site' },
        { accept: 'text/html' },
        { 'x-forwarded-for': '::1', 'x-forwarded-host': 'elsewhere.example' },
        { cookie: `session=${'a'.repeat(4000)}` },
        { cookie: '__Host-session=%00; session=' },
      ),
    })
    .map(({ parameters, body, contentType, method, header }) => ({
      operation: nameOf(operation),
      method,
      path: addressOf(operation, parameters),
      headers: { ...header, 'content-type': contentType },
      body: method === 'HEAD' ? undefined : body,
    }));

const astray = (operation: Operation): fc.Arbitrary<HostileRequest> =>
  fc
    .constantFrom(
      '/%00',
      '/%',
      '/%zz',
      '//',
      '/..%2f..%2fetc/passwd',
      '/;a=b',
      '/%c0%ae',
      '?limit=1&limit=2',
      '?limit[]=1&__proto__[x]=1',
      '?after=%00',
      `/${'a'.repeat(3000)}`,
      '?'.repeat(50),
    )
    .map((end) => ({
      operation: nameOf(operation),
      method: operation.method,
      path: `/api${operation.path.replace(/\{\w+\}/g, '%2e%2e')}${end}`,
      headers: {},
      body: undefined,
    }));

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

const addressOf = ({ path, parameters }: Operation, values: readonly unknown[]): string => {
  const given = parameters.map((parameter, index) => ({ ...parameter, value: values[index] }));
  const filled = path.replace(/\{(\w+)\}/g, (_place, name: string) =>
    encode(given.find((one) => one.in === 'path' && one.name === name)?.value),
  );
  const query = given
    .filter((one) => one.in === 'query' && one.value !== null && one.value !== undefined)
    .flatMap(({ name, value }) =>
      (Array.isArray(value) ? value.slice(0, 20) : [value]).map((one) => `${name}=${encode(one)}`),
    );
  return `${path.startsWith('/health') ? '' : '/api'}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`;
};

/** Percent-encoded bytes; half characters too, for which `encodeURIComponent` throws. Cut to what a server reads of an address. */
const encode = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return [...Buffer.from(text.slice(0, 1000), 'utf8')]
    .map((byte) =>
      /[\w.~-]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
};

export interface RawAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** Sends it without repairing it, as `fetch` would. */
export const send = (url: string, hostileRequest: HostileRequest, cookie?: string): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const { method, path, headers, body } = hostileRequest;
    const outgoing = request(
      {
        hostname,
        port,
        method,
        path,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...headers,
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
      },
      (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            contentType: incoming.headers['content-type'] ?? '',
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
