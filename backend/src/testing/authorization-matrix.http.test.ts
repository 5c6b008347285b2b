import type { Route } from '@rinnalla/shared/contract/define-route';
import { OpenApiController } from '../platform/openapi/openapi.controller.js';
import type { Example } from './authorization-example.js';
import { examples, spending } from './authorization-examples.js';
import {
  type Cell,
  type Line,
  readAuthorizationTable,
  readRoutesUnder,
  writeLine,
} from './authorization-table.js';
import { aWorld, canaries, type World } from './authorization-world.js';
import { outsiders, type Principal, principals } from './principals.js';
import { publicRegisters } from './public-registers.js';
import { startTestServer, type TestServer } from './test-server.js';

/** Every route of the live router, by everybody: what `docs/authorization.md` says is what happens. */
describe('the table of authorization', () => {
  const table = readAuthorizationTable('route');
  let server: TestServer;
  let routes: Map<string, Route>;
  let standing: World;
  beforeAll(async () => {
    server = await startTestServer();
    routes = new Map(
      server
        .get(OpenApiController)
        .routes()
        .map((route) => [`${route.method} ${route.path}`, route]),
    );
    standing = await aWorldWithWords();
  });
  afterAll(() => server.stop());

  const aWorldWithWords = async (client?: { nonDisclosure: boolean }): Promise<World> => {
    const world = await aWorld(server, client);
    const say = (conversationId: string, body: string) =>
      server.call(
        routeOf('POST /conversations/:conversationId/messages'),
        { params: { conversationId }, body: { clientMessageId: crypto.randomUUID(), body } } as never,
        world.setting.sanna,
      );
    await say(world.conversations.shared, 'Tervetuloa mukaan.');
    await say(world.conversations.senderNotes, canaries.note);
    return world;
  };
  const routeOf = (label: string): Route => {
    const route = routes.get(label.replace(/ \(.+\)$/, ''));
    if (!route) throw new Error(`${label}: the router serves no such route.`);
    return route;
  };

  const ask = async (label: string, principal: Principal, world: World) => {
    const caller = world.people[principal];
    const example: Example = (await examples[label]?.({ world, server, caller })) ?? {};
    return { answer: await server.call(routeOf(label), example as never, caller ?? {}), example };
  };
  /** Ended sessions come back: their people are needed for the next line. */
  const reopenSessions = () => server.owner.query('update session set revoked_at = null');
  const cellOf = (status: number): Cell => (status < 300 ? '✓' : String(status));

  it('has a line for each route that the router serves, and no other', () => {
    const named = new Set([...table.keys()].map((label) => label.replace(/ \(.+\)$/, '')));

    expect([...routes.keys()].filter((route) => !named.has(route))).toEqual([]);
    expect([...named].filter((route) => !routes.has(route))).toEqual([]);
  });

  it('names the routes that ask for no session, and no other route does without', () => {
    const open = [...routes].filter(([, { access }]) => access === 'public').map(([label]) => label);

    expect(open.sort()).toEqual(readRoutesUnder('Without a session').sort());
  });

  it('names the routes that ask for a fresh proof of who one is', () => {
    const risky = [...routes].filter(([, { requiresStepUp }]) => requiresStepUp).map(([label]) => label);

    expect(risky.sort()).toEqual(readRoutesUnder('After a fresh proof').sort());
  });

  it.each([...table])(
    '%s is for those whom it names',
    async (label, expected) => {
      const line = {} as Line;

      for (const principal of principals) {
        const world =
          spending.has(label) && !expected[principal].startsWith('4') ? await aWorldWithWords() : standing;
        line[principal] = cellOf((await ask(label, principal, world)).answer.status);
        if (/session|password/.test(label)) await reopenSessions();
      }

      expect(writeLine(label, line)).toBe(writeLine(label, expected));
    },
    60_000,
  );

  it('tells an outsider of a foreign object exactly what it tells of one that does not exist', async () => {
    const differences: string[] = [];
    for (const [label, line] of table) {
      for (const principal of principals.filter((one) => line[one] === '404')) {
        const { answer, example } = await ask(label, principal, standing);
        const nothing = Object.fromEntries(
          Object.entries(example.params ?? {}).map(([name, value]) => [
            name,
            name === 'seq' ? value : crypto.randomUUID(),
          ]),
        );
        const absent = await server.call(
          routeOf(label),
          { ...example, params: nothing } as never,
          standing.people[principal],
        );
        const without = ({ requestId: _mine, ...body }: Record<string, unknown>) => JSON.stringify(body);
        if (without(answer.body as never) !== without(absent.body as never))
          differences.push(`${label}: ${principal}`);
      }
    }

    expect(differences).toEqual([]);
  }, 180_000);

  it('lets no outsider read a word of the client, the referral or the notes, in any answer', async () => {
    const found: string[] = [];
    for (const principal of principals)
      found.push(...(await secretsRead(standing, principal, secretsFrom(principal))));
    const byHandler = await secretsRead(standing, 'coach', [surname, phone, wishes, goal, note]);

    expect(found).toEqual([]);
    // Whoever may read them does: the words looked for are really there.
    expect(new Set(byHandler.map((line) => line.split(' read ')[1]))).toEqual(
      new Set([surname, phone, wishes, goal, note]),
    );
  }, 180_000);

  it('lets no colleague read a word of a non-disclosure client, nor the association more than the goal', async () => {
    const world = await aWorldWithWords({ nonDisclosure: true });
    const everything = [surname, phone, identityCode, wishes, goal, note];

    const found = [
      ...(await secretsRead(world, 'colleague', everything)),
      ...(await secretsRead(world, 'coordinator', everything)),
      ...(await secretsRead(world, 'worker', [surname, phone, identityCode, wishes, note, '"286"'])),
    ];

    expect(found).toEqual([]);
  }, 180_000);

  /** Which of the words stand in any answer to a reading, and in which. */
  const secretsRead = async (
    world: World,
    principal: Principal,
    secrets: readonly string[],
  ): Promise<string[]> => {
    const found: string[] = [];
    for (const label of table.keys()) {
      if (routeOf(label).method !== 'GET' || publicRegisters.has(label)) continue;
      const text = JSON.stringify((await ask(label, principal, world)).answer.body);
      for (const secret of secrets)
        if (text.includes(secret)) found.push(`${label}: ${principal} read ${secret}`);
    }
    return found;
  };
});

const { surname, phone, identityCode, wishes, goal, note } = canaries;

/** Before the place is promised the association reads the goal, never who and how to reach. The identity code is in no answer at all. */
const secretsFrom = (principal: Principal): string[] => {
  if (outsiders.includes(principal)) return [surname, phone, identityCode, wishes, goal, note];
  return principal === 'worker' || principal === 'manager'
    ? [surname, phone, identityCode, wishes, note]
    : [identityCode];
};
