import { defineRoute } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { z } from 'zod';
import { call } from './call.js';

const route = defineRoute({
  method: 'GET',
  path: '/things/:thingId',
  summary: 'A thing.',
  access: 'public',
  params: z.strictObject({ thingId: z.string() }),
  query: z.strictObject({ words: z.array(z.string()), after: z.string().optional() }),
  response: z.object({ name: z.string() }),
});
const post = defineRoute({
  method: 'POST',
  path: '/things',
  summary: 'A new thing.',
  access: 'signedIn',
  body: z.strictObject({ name: z.string() }),
  response: z.object({ name: z.string() }),
});

const answering = (status: number, body: unknown) => {
  const fetch = jest.fn(() =>
    Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) }),
  );
  globalThis.fetch = fetch as unknown as typeof globalThis.fetch;
  return fetch as unknown as jest.Mock<unknown, [string, RequestInit]>;
};

describe('calling the server', () => {
  it('puts parameters in the path, repeats a list in the query and leaves out what is not set', async () => {
    const fetch = answering(200, { name: 'a' });

    await call(route, { params: { thingId: 'a/b' }, query: { words: ['x', 'y'] } });

    expect(fetch.mock.calls[0]?.[0]).toBe('/api/things/a%2Fb?words=x&words=y');
  });

  it('sends the given key with a POST, and a fresh one each time when none is given', async () => {
    const fetch = answering(201, { name: 'a' });

    await call(post, { body: { name: 'a' } }, { idempotencyKey: 'given' });
    await call(post, { body: { name: 'a' } });
    await call(post, { body: { name: 'a' } });

    const keys = fetch.mock.calls.map(
      ([, { headers }]) => (headers as Record<string, string>)['idempotency-key'],
    );
    expect(keys[0]).toBe('given');
    expect(new Set(keys).size).toBe(3);
  });

  it('throws the server’s problem with its reason, fields and details', async () => {
    const fields = [{ path: 'body.name', code: 'required' }];
    answering(409, { code: 'wrongStatus', reason: 'tooLate', fields, details: { by: 'Outi' } });

    const problem = await call(post, { body: { name: '' } }).catch((error: unknown) => error);

    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      code: 'wrongStatus',
      extra: { reason: 'tooLate', fields, details: { by: 'Outi' } },
    });
  });

  it.each([
    [502, '<html>'],
    [500, { code: 'somethingNew' }],
  ])('reads an answer %s that is no problem of ours as no connection', async (status, body) => {
    answering(status, body);

    await expect(call(post, { body: { name: 'a' } })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('tells a lost network as no connection', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));

    await expect(call(post, { body: { name: 'a' } })).rejects.toMatchObject({
      code: 'unavailable',
      extra: { reason: 'network' },
    });
  });
});
