import { readdirSync, readFileSync } from 'node:fs';
import { liveNotices } from '@rinnalla/shared/contract/live-notices';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { JobWorker } from '../platform/jobs/job-worker.js';
import { LiveSockets, roomOfPerson } from '../platform/realtime/live-sockets.js';
import { type Line, readAuthorizationTable, writeLine } from './authorization-table.js';
import { CanaryCase } from './canary-case.js';
import { startFakeClamd, type FakeClamd } from './fake-clamd.js';
import { goOnline, type Online } from './people-online.js';
import { outsiders, type Principal, principals } from './principals.js';
import { startTestServer, type TestServer } from './test-server.js';

/** What a connection is told of itself, whatever it watches. */
const ofTheConnection = Object.values(liveNotices).map(({ name }) => name);
/** Of what ends a case's life here: `erasure.socket.test` connects both sides to it. */
const provenElsewhere = ['clientErased'];

/** Every notice that the contract's sources define. */
const definedNotices = (): string[] => {
  const root = new URL('../../../shared/dist/', import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && !path.includes('.test.'))
    .flatMap((path) => [
      ...readFileSync(new URL(path, root), 'utf8').matchAll(/defineSocketNotice\(\{\s*name: '(\w+)'/g),
    ])
    .map(([, name = '']) => name);
};

/** Everybody is connected while a whole case is lived, and another that is declined: who is told what. */
describe('the table of what a socket is told', () => {
  const table = readAuthorizationTable('hears');
  let clamd: FakeClamd;
  let server: TestServer;
  const heard = new Map<string, Map<Principal, Set<string>>>();
  const words = new Map<string, Map<Principal, string>>();
  let acts = 0;
  let refusedToWatch = 0;

  beforeAll(async () => {
    clamd = await startFakeClamd(Buffer.from('nothing'));
    server = await startTestServer({ CLAMD_ADDRESS: clamd.address });
    await listen('', [
      await CanaryCase.begin(server, { tag: 'A', number: 0 }),
      await CanaryCase.begin(server, { tag: 'B', number: 1, way: 'declined' }),
    ]);
    await listen(' (non-disclosure)', [
      await CanaryCase.begin(server, { tag: 'C', number: 2, nonDisclosure: true }),
      await CanaryCase.begin(server, { tag: 'D', number: 3, nonDisclosure: true, way: 'declined' }),
    ]);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await clamd.stop();
  });

  const listen = async (suffix: string, cases: CanaryCase[]): Promise<void> => {
    for (const one of cases) {
      const online = new Map<Principal, Online>();
      for (const principal of principals.filter((each) => one.people[each]))
        online.set(principal, await goOnline(server, one.people[principal] ?? {}));
      for await (const _stage of one.live()) {
        acts += 1;
        await watch(one, online);
        await server.get(JobWorker).runDue();
      }
      await everythingIsSaid(one, online);
      for (const [principal, listener] of online) {
        const all = listener.heard;
        for (const { name } of all) if (name !== 'theEnd') note(`hears ${name}${suffix}`, principal);
        const before = words.get(suffix)?.get(principal) ?? '';
        const now = `${before}${JSON.stringify(all)}`.toLowerCase();
        words.set(suffix, (words.get(suffix) ?? new Map<Principal, string>()).set(principal, now));
        listener.close();
      }
    }
  };
  const note = (label: string, principal: Principal): void => {
    const byPrincipal = heard.get(label) ?? new Map<Principal, Set<string>>();
    heard.set(label, byPrincipal.set(principal, new Set()));
  };
  /** Everybody tries to watch everything, and to show that they are there; again at each stage. */
  const watch = async (one: CanaryCase, online: Map<Principal, Online>): Promise<void> => {
    for (const listener of online.values())
      for (const conversationId of Object.values(one.talks)) {
        const answer = await listener.ask(messagingRequests.watchConversation, { conversationId });
        if (!answer.ok) refusedToWatch += 1;
        await listener.ask(messagingRequests.showPresence, {
          conversationId,
          presence: 'writing',
          arrives: false,
        });
      }
  };
  /** The bell rings in order: when the handler has heard of a last change, everybody has heard what came before. */
  const everythingIsSaid = async (one: CanaryCase, online: Map<Principal, Online>): Promise<void> => {
    await server.get(JobWorker).runDue();
    const coach = online.get('coach');
    const before = coach?.heard.length ?? 0;
    const { sanna } = one.setting;
    await server.owner.query(`select pg_notify('rinnalla', $1)`, [
      JSON.stringify({ name: 'notificationsChanged', payload: { personId: sanna.personId } }),
    ]);
    await coach?.hears((all) => all.slice(before).some(({ name }) => name === 'notificationsChanged'));
    for (const [principal, other] of online) {
      const person = one.people[principal];
      server.get(LiveSockets).tell([roomOfPerson(person?.personId ?? '')], 'theEnd', {});
      await other.hears((all) => all.some(({ name }) => name === 'theEnd'));
    }
  };
  const lineOf = (label: string): Line =>
    Object.fromEntries(
      principals.map((principal) => [principal, heard.get(label)?.has(principal) ? '✓' : '–']),
    ) as Line;

  it('has two lines for each notice of the contract, and no other', () => {
    const notices = definedNotices().filter(
      (name) => ![...ofTheConnection, ...provenElsewhere].includes(name),
    );

    expect(notices.length).toBeGreaterThanOrEqual(7);
    expect([...table.keys()].sort()).toEqual(
      notices.flatMap((name) => [`hears ${name}`, `hears ${name} (non-disclosure)`]).sort(),
    );
    expect([...heard.keys()].filter((label) => !table.has(label))).toEqual([]);
  });

  it.each([...table])('%s reaches those whom it names, and nobody else', (label, expected) => {
    expect(writeLine(label, lineOf(label))).toBe(writeLine(label, expected));
  });

  it('says nothing at all to an outsider, whatever is done in a case', () => {
    const told = [...heard].flatMap(([label, whom]) =>
      outsiders.filter((outsider) => whom.has(outsider)).map((outsider) => `${outsider} ${label}`),
    );

    expect(told).toEqual([]);
    expect(acts).toBe(20);
    expect(refusedToWatch).toBeGreaterThan(acts * outsiders.length * 2);
  });

  it('carries the words of a conversation to who watches it, and else ids and numbers alone', () => {
    const wordsOf = (suffix: string, principal: Principal) => words.get(suffix)?.get(principal) ?? '';
    const seen = (suffix: string, principal: Principal) => [
      ...new Set(wordsOf(suffix, principal).match(/kanaria[a-d]\w+z/g) ?? []),
    ];

    expect(seen('', 'worker').length).toBeGreaterThan(15);
    expect(
      seen('', 'worker').filter((word) => /note|name/.test(word) && !/associationnote/.test(word)),
    ).toEqual([]);
    expect(seen(' (non-disclosure)', 'colleague')).toEqual([]);
    expect(seen(' (non-disclosure)', 'coordinator')).toEqual([]);
    for (const outsider of outsiders) expect(seen('', outsider)).toEqual([]);
  });
});
