import { accountRoutes } from '@rinnalla/shared/account/account-routes';
import type { Route } from '@rinnalla/shared/contract/define-route';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { OpenApiController } from '../../platform/openapi/openapi.controller.js';
import type { Server } from '../../server.js';
import { type Account, anAccount, signInAs } from '../../testing/accounts.js';
import { goOnline, type Online, onlineForATest } from '../../testing/people-online.js';
import { startSecondNode, startTestServer, type TestServer } from '../../testing/test-server.js';

const withinMs = 2_000;

describe('the door', () => {
  let server: TestServer;
  let second: Server;
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
    second = await startSecondNode(server);
  });
  afterAll(async () => {
    await second.close();
    await server.stop();
  });

  /** One page open at each of two processes. */
  const onBothNodes = async (caller: { cookie: string }): Promise<Online[]> => {
    return Promise.all([server, { ...server, url: second.url }].map((node) => goOnlineHere(node, caller)));
  };
  const closesInTime = async (pages: readonly Online[]): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), withinMs)));
    const isInTime = await Promise.race([
      Promise.all(pages.map(({ closed }) => closed)).then(() => true),
      late,
    ]);
    clearTimeout(timer);
    return isInTime;
  };
  const ends: [string, (me: Account & { cookie: string }) => Promise<unknown>][] = [
    ['signing out', (me) => server.call(sessionRoutes.signOut, {}, me)],
    [
      'a person who is disabled',
      ({ personId }) => server.owner.query('update person set disabled_at = now() where id = $1', [personId]),
    ],
    [
      'a role that changes',
      ({ personId }) =>
        server.owner.query(`update membership set role = 'providerManager' where person_id = $1`, [personId]),
    ],
    [
      'a membership that has ended',
      ({ personId }) =>
        server.owner.query(`update membership set valid_to = '2026-11-23' where person_id = $1`, [personId]),
    ],
    [
      'the same person ending all others elsewhere',
      async (me) => server.call(accountRoutes.endOtherSessions, {}, await signInAs(server, me, 30)),
    ],
  ];

  it.each(ends)('%s closes open pages on every node within two seconds', async (...[, end]) => {
    const account = await anAccount(server);
    const me = { ...account, ...(await signInAs(server, account)) };
    const pages = await onBothNodes(me);

    await end(me);

    expect(await closesInTime(pages)).toBe(true);
  });

  it('refuses every write of the live router that comes from another site', async () => {
    const writes = server
      .get(OpenApiController)
      .routes()
      .filter(({ method }: Route) => method !== 'GET');
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    const done: string[] = [];

    for (const { method, path } of writes) {
      for (const headers of foreign) {
        const answer = await fetch(
          `${server.url}/api${path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000001')}`,
          { method, headers },
        );
        if (((await answer.json()) as { code: string }).code !== 'foreignOrigin')
          done.push(`${method} ${path} ${JSON.stringify(headers)}`);
      }
    }

    expect(writes.length).toBeGreaterThan(60);
    expect(done).toEqual([]);
  });

  it.each([{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'opens no socket for %s',
    async (headers) => {
      const me = await signInAs(server, await anAccount(server));

      await expect(goOnline(server, me, headers as Record<string, string>)).rejects.toThrow(
        'websocket error',
      );
    },
  );

  it('believes no cookie but its own: neither one that a neighbouring site could set, nor one that was there before', async () => {
    const secure = await startSecondNode(server, { PUBLIC_ORIGIN: 'https://rinnalla.example' });
    const { cookie } = await signInAs(server, await anAccount(server));
    const readAs = async (given: string) =>
      (
        (await (await fetch(`${secure.url}/api/session`, { headers: { cookie: given } })).json()) as {
          person: unknown;
        }
      ).person !== null;
    const known = {
      plain: await readAs(cookie),
      own: await readAs(cookie.replace('session=', '__Host-session=')),
    };
    await secure.close();

    expect(known).toEqual({ plain: false, own: true });
  });

  it('gives nobody the session that their browser brought along', async () => {
    const account = await anAccount(server);
    const planted = 'session=planted-by-somebody-else; sign-in=planted-too';
    const first = await server.call(
      sessionRoutes.signIn,
      { body: { email: account.email, password: 'neljä sinistä hevosta' } },
      { cookie: planted },
    );

    expect(first.status).toBe(200);
    expect(first.headers.getSetCookie().join()).not.toContain('planted');
    expect((await server.call(sessionRoutes.read, {}, { cookie: planted })).body).toMatchObject({
      person: null,
      signIn: null,
    });
  });
});
