import type { Route } from '@rinnalla/shared/contract/define-route';
import { conversationShelves } from '@rinnalla/shared/messaging/messaging-routes';
import { statusGroups } from '@rinnalla/shared/referral/referral-status';
import { JobWorker } from '../platform/jobs/job-worker.js';
import { OpenApiController } from '../platform/openapi/openapi.controller.js';
import { CanaryCase } from './canary-case.js';
import type { Principal } from './principals.js';
import { publicRegisters } from './public-registers.js';
import { startTestServer, type TestServer } from './test-server.js';

/** Everybody who has no part in Leila's case: her own municipality's other people first of all. */
const outside: readonly Principal[] = [
  'colleague',
  'coordinator',
  'serviceManager',
  'dpo',
  'evaluator',
  'administrator',
  'otherCoach',
  'otherManager',
  'anonymous',
];
/** Whom the one emergency opening of the case concerns: who opened it, and who watches over openings and the log. */
const isToldOfTheOpening = (principal: Principal, label: string): boolean =>
  (label === 'GET /emergency-openings' && ['coordinator', 'dpo'].includes(principal)) ||
  (label === 'POST /log/search' && principal === 'dpo');

/**
 * Scenario S6, for lists, filters, searches and counts: for whoever stands outside of her case the product answers as if
 * a client with a non-disclosure order did not exist. Not a row less, not a number more.
 */
describe('a client with a non-disclosure order', () => {
  let server: TestServer;
  let leila: CanaryCase;
  let lists: Route[];
  beforeAll(async () => {
    server = await startTestServer();
    leila = await CanaryCase.begin(server, { tag: 'L', number: 8, nonDisclosure: true });
    lists = server
      .get(OpenApiController)
      .routes()
      // One's own session tells the hour.
      .filter(({ method, path }) => method === 'GET' && !/:|^\/(health|session)/.test(path));
  });
  afterAll(() => server.stop());

  const queriesOf = (label: string): string[] => {
    const { clientId } = leila.setting;
    if (label === 'GET /referrals')
      return ['', 'list=mine', `clientId=${clientId}`, ...statusGroups.map((group) => `group=${group}`)];
    if (label === 'GET /conversations') return conversationShelves.map((shelf) => `show=${shelf}`);
    if (label === 'GET /referral-counts') return ['', 'list=mine'];
    return label === 'GET /search-suggestions' ? ['q=kanaria'] : [''];
  };
  const asks = (): [string, string, object?][] => [
    ...lists.flatMap(({ path }) =>
      queriesOf(`GET ${path}`).map((query): [string, string] => [`GET ${path}`, `${path}?${query}`]),
    ),
    ...(['firstName', 'surname'] as const).map((name): [string, string, object] => [
      'POST /clients/search',
      '/clients/search',
      { name: leila.canaries[name].said },
    ]),
    ...(['coachMessage', 'municipalNote'] as const).map((name): [string, string, object] => [
      'POST /conversations/search',
      '/conversations/search',
      { words: leila.canaries[name].sought },
    ]),
    ['POST /log/search', '/log/search', {}],
  ];
  /** Every list, filter, search and count, as this person reads it. */
  const worldOf = async (principal: Principal): Promise<Map<string, string>> => {
    const cookie = leila.people[principal]?.cookie;
    const world = new Map<string, string>();
    for (const [label, path, body] of asks()) {
      if (isToldOfTheOpening(principal, label)) continue;
      const response = await fetch(`${server.url}/api${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = (await response.text()).replace(/"requestId":"[^"]+"/, '');
      world.set(`${label} ${path.split('?')[1] ?? JSON.stringify(body)}`, `${response.status} ${text}`);
    }
    return world;
  };

  it('changes no list, filter, search or count of anybody outside of her case, at any of its stages', async () => {
    const before = new Map<Principal, Map<string, string>>();
    for (const principal of outside) before.set(principal, await worldOf(principal));
    const handlersBefore = await worldOf('coach');
    const changed: string[] = [];
    let compared = 0;
    let stages = 0;

    for await (const stage of leila.live()) {
      stages += 1;
      await server.get(JobWorker).runDue();
      if (!['acknowledged', 'started', 'completed'].includes(stage)) continue;
      for (const principal of outside)
        for (const [what, answer] of await worldOf(principal)) {
          // What is published counts its free places for everybody; whose they are it does not know.
          const label = what.split(' ').slice(0, 2).join(' ');
          if (publicRegisters.has(label)) continue;
          compared += 1;
          // The filter by her id is asked with another id before she is there.
          const was =
            before.get(principal)?.get(what) ??
            before
              .get(principal)
              ?.get([...(before.get(principal)?.keys() ?? [])].find((one) => /clientId=/.test(one)) ?? '');
          if (answer !== was) changed.push(`${stage}: ${principal}, ${what.slice(0, 80)}`);
        }
    }

    expect(changed).toEqual([]);
    expect(stages).toBe(6);
    expect(compared).toBeGreaterThan(700);
    // Her handler's world did change, in lists, counts and searches: there was something to see.
    const handlersAfter = await worldOf('coach');
    const seen = [...handlersAfter].filter(([what, answer]) => handlersBefore.get(what) !== answer);
    expect(seen.map(([what]) => what.split(' ')[1])).toEqual(
      expect.arrayContaining([
        '/clients',
        '/referrals',
        '/conversations',
        '/clients/search',
        '/conversations/search',
      ]),
    );
  }, 120_000);
});
