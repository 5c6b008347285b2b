import { type ProblemCode, problemStatus } from '@rinnalla/shared/kernel/problem';
import type { SocketAnswer } from '@rinnalla/shared/contract/define-socket-event';
import { SocketRequests } from '../platform/realtime/socket-requests.js';
import { type Cell, type Line, readAuthorizationTable, writeLine } from './authorization-table.js';
import { aWorld, type World } from './authorization-world.js';
import { goOnline, type Online } from './people-online.js';
import { type Principal, principals } from './principals.js';
import { socketExamples } from './socket-examples.js';
import { startTestServer, type TestServer } from './test-server.js';

/** Every question that the live gateways take, by everybody: what `docs/authorization.md` says is what happens. */
describe('the table of what a socket may ask', () => {
  const table = readAuthorizationTable('asks');
  let server: TestServer;
  let world: World;
  const online = new Map<Principal, Online>();
  beforeAll(async () => {
    server = await startTestServer();
    world = await aWorld(server);
    for (const principal of principals.filter((one) => world.people[one]))
      online.set(principal, await goOnline(server, world.people[principal] ?? {}));
  });
  afterAll(async () => {
    for (const one of online.values()) one.close();
    await server.stop();
  });

  const nameOf = (label: string): string => label.replace(/^asks /, '').replace(/ \(.+\)$/, '');
  const ask = (label: string, principal: Principal, conversationId?: string) => {
    const payload = socketExamples.get(label)?.(world, conversationId);
    if (!payload) throw new Error(`${label}: what it is asked with is missing in socket-examples.ts.`);
    return online.get(principal)?.socket.timeout(6_000).emitWithAck(nameOf(label), payload) as
      | Promise<SocketAnswer<unknown>>
      | undefined;
  };
  const cellOf = async (label: string, principal: Principal): Promise<Cell> => {
    const answer = await ask(label, principal);
    // Who is nobody stands before a closed door, below.
    if (!answer) return '401';
    return answer.ok ? '✓' : String(problemStatus[answer.code as ProblemCode]);
  };

  it('has a line for each question that the live gateways take, and no other', () => {
    const taken = server.get(SocketRequests).all.map(({ name }) => name);
    const named = [...table.keys()].map(nameOf);

    expect(taken.length).toBeGreaterThanOrEqual(4);
    expect([...new Set(named)].sort()).toEqual([...taken].sort());
  });

  it('is asked by everybody but who is nobody: the door lets no socket of theirs in', async () => {
    expect([...online.keys()]).toEqual(principals.filter((principal) => principal !== 'anonymous'));
    await expect(goOnline(server, {})).rejects.toThrow('notSignedIn');
    await expect(goOnline(server, { cookie: `session=${'x'.repeat(43)}` })).rejects.toThrow('notSignedIn');
  });

  it.each([...table])('%s is for those whom it names', async (label, expected) => {
    const line = {} as Line;
    for (const principal of principals) line[principal] = await cellOf(label, principal);

    expect(writeLine(label, line)).toBe(writeLine(label, expected));
  });

  it('tells an outsider of a foreign conversation exactly what it tells of one that does not exist', async () => {
    const differences: string[] = [];
    let compared = 0;
    for (const [label, line] of table)
      for (const principal of principals.filter((one) => line[one] === '404')) {
        compared += 1;
        const [foreign, absent] = [
          await ask(label, principal),
          await ask(label, principal, crypto.randomUUID()),
        ];
        if (JSON.stringify(foreign) !== JSON.stringify(absent)) differences.push(`${label}: ${principal}`);
      }

    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });
});
