import { defineRoute } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { FakeServer } from '../testing/fake-server.js';
import { createQueryClient } from './query-client.js';
import { useAction } from './use-action.js';

const route = defineRoute({
  method: 'POST',
  path: '/things',
  summary: 'A new thing.',
  access: 'signedIn',
  body: z.strictObject({ name: z.string() }),
  response: z.object({ name: z.string() }),
});

const anAction = () => {
  const server = new FakeServer().on(route, ({ body }) => body);
  globalThis.fetch = server.fetch;
  const client = createQueryClient(0);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useAction(route), { wrapper });
  const attempt = (name: string) =>
    act(() =>
      result.current.mutateAsync({ body: { name } }).then(
        () => 'done',
        () => 'refused',
      ),
    );
  return { server, attempt, keys: () => server.received.map(({ idempotencyKey }) => idempotencyKey) };
};

describe('an act whose answer was lost', () => {
  it('is tried again under the same key, so that it happens once', async () => {
    const { server, attempt, keys } = anAction();

    server.goDown();
    await attempt('a');
    server.goDown(false);
    await attempt('a');

    expect(new Set(keys()).size).toBe(1);
  });

  it('gets a new key when its content has changed', async () => {
    const { server, attempt, keys } = anAction();

    server.goDown();
    await attempt('a');
    server.goDown(false);
    await attempt('b');

    expect(new Set(keys()).size).toBe(2);
  });

  it('gets a new key after an answer, for the same content is then a new act', async () => {
    const { server, attempt, keys } = anAction();

    await attempt('a');
    await attempt('a');
    server.on(route, () => {
      throw new Problem('wrongStatus');
    });
    await attempt('a');
    await attempt('a');

    expect(new Set(keys()).size).toBe(4);
  });
});
