import { readFileSync } from 'node:fs';
import type { Route } from '@rinnalla/shared/contract/define-route';
import { OpenApiController } from '../platform/openapi/openapi.controller.js';
import { examples, spending } from './authorization-examples.js';
import { readAuthorizationTable } from './authorization-table.js';
import { aWorld, type World } from './authorization-world.js';
import { type Principal, principalNames, principals } from './principals.js';
import { startTestServer, type TestServer } from './test-server.js';

const file = new URL('../../../docs/log.md', import.meta.url);

/** The committed table: which rows of the log each route leaves when it is done for the first who may. */
const readLoggedRoutes = (): [label: string, who: string, actions: string, whyNone: string][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\| `[A-Z]+ \//.test(line))
    .map((line) => {
      const [label = '', who = '', actions = '', whyNone = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [label.replaceAll('`', ''), who, actions, whyNone];
    });

/** No log, no action: every route that is done leaves the rows that `docs/log.md` names, in the doer's name. */
describe('what the log keeps of each route', () => {
  const first = new Map(
    [...readAuthorizationTable('route')].map(([label, line]) => [
      label,
      principals.find((one) => one !== 'anonymous' && line[one] === '✓'),
    ]),
  );
  const logged = readLoggedRoutes();
  let server: TestServer;
  let routes: Map<string, Route>;
  let standing: World;
  beforeAll(async () => {
    server = await startTestServer();
    const served = server.get(OpenApiController).routes();
    routes = new Map(served.map((route) => [`${route.method} ${route.path}`, route]));
    standing = await aWorld(server);
  });
  afterAll(() => server.stop());

  const rowsOf = async (personId: string): Promise<string[]> => {
    const { rows } = await server.owner.query<{ action: string }>(
      'select action from audit_event where person_id = $1 order by id',
      [personId],
    );
    return rows.map(({ action }) => action);
  };
  const actionsOf = async (label: string, principal: Principal): Promise<string> => {
    const world = spending.has(label) ? await aWorld(server) : standing;
    const caller = world.people[principal];
    const route = routes.get(label.replace(/ \(.+\)$/, ''));
    if (!caller || !route) throw new Error(`${label}: nobody asks, or there is no such route.`);
    const example = (await examples[label]?.({ world, server, caller })) ?? {};
    const before = await rowsOf(caller.personId);
    const { status } = await server.call(route, example as never, caller);
    if (status >= 300) return `refused: ${status}`;
    const left = (await rowsOf(caller.personId)).slice(before.length);
    await server.owner.query('update session set revoked_at = null');
    return left.map((action) => `\`${action}\``).join(', ') || '–';
  };

  it('is told for every route that somebody may use', () => {
    expect(logged.map(([label]) => label)).toEqual(
      [...first].flatMap(([label, who]) => (who ? [label] : [])),
    );
  });

  it('gives a reason wherever nothing is logged, and nowhere else', () => {
    expect(logged.filter(([, , actions, whyNone]) => (actions === '–') !== (whyNone !== ''))).toEqual([]);
  });

  it.each(logged)(
    '%s by %s leaves %s',
    async (label, who, actions) => {
      const principal = first.get(label);

      expect(principal && principalNames[principal]).toBe(who);
      expect(await actionsOf(label, principal ?? 'coach')).toBe(actions);
    },
    60_000,
  );
});
