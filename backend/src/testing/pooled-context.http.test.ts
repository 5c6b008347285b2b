import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { pathOf } from '@rinnalla/shared/contract/define-route';
import { aClient } from './clients.js';
import { anOrganization, type SignedIn, signedIn } from './people.js';
import { aSharedCase } from './shared-case.js';
import { startTestServer, type TestServer } from './test-server.js';

/** `WALLS_REQUESTS=10000 npx jest pooled-context` is the long form (`npm run test:walls`). */
const requests = Number(process.env['WALLS_REQUESTS'] ?? 1_000);
const poolSize = 5;
const pairs = 25;
const atOnce = 16;
/** One of twenty goes away before its answer. */
const isAborted = (number: number): boolean => number % 20 === 7;

interface Asker {
  who: SignedIn;
  path: string;
  /** What stands in the answers of this person alone or of the other party of the case: never of anyone else. */
  mark: string;
}

/** Context is set for one transaction on a connection that many share: nobody's may stay behind for the next. */
describe(`${requests} requests of ${pairs * 2} people over ${poolSize} connections, one in twenty aborted`, () => {
  let server: TestServer;
  let askers: Asker[];
  const marks: string[] = [];

  beforeAll(async () => {
    server = await startTestServer({ DATABASE_POOL_SIZE: String(poolSize) });
    askers = [];
    for (let pair = 0; pair < pairs; pair += 1)
      askers.push(...(await aPair(server, `merkki${String(pair).padStart(3, '0')}x`)));
    marks.push(...new Set(askers.map(({ mark }) => mark)));
  }, 60_000);
  afterAll(() => server.stop());

  it(
    'show each person their own rows and nobody else’s',
    async () => {
      const foreign: string[] = [];
      let read = 0;
      let aborted = 0;
      const numbers = Array.from({ length: requests }, (_, number) => number).values();
      const work = async (): Promise<void> => {
        for (const number of numbers) {
          // A prime step: people of one pair are never neighbours on the pool.
          const asker = askers[(number * 37) % askers.length] as Asker;
          const text = await ask(server.url, asker, isAborted(number));
          if (text === undefined) aborted += 1;
          else if (text.includes(asker.mark)) read += 1;
          const seen = marks.find((mark) => mark !== asker.mark && text?.includes(mark));
          if (seen) foreign.push(`${asker.path} of ${asker.mark} shows ${seen}`);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));

      expect(foreign).toEqual([]);
      expect(aborted).toBeGreaterThan(requests / 50);
      expect(read).toBe(requests - aborted);
    },
    60_000 + requests * 30,
  );
});

/** A municipality and an association with a case whose goal carries the mark. */
const aPair = async (server: TestServer, mark: string): Promise<Asker[]> => {
  const { owner } = server;
  const municipality = await anOrganization(owner, { kind: 'municipality', name: mark });
  const coach = await signedIn(owner, { organizationId: municipality, role: 'coach' });
  const worker = await signedIn(owner, {
    organizationId: await anOrganization(owner, { name: mark }),
    role: 'providerWorker',
  });
  await aClient(owner, {
    organizationId: municipality,
    handlerId: coach.personId,
    goal: `Haluan ulos, ${mark}.`,
  });
  const { referralId, sharedId } = await aSharedCase(owner, { coach, worker });
  await owner.query(`update referral_content set goal = $2 where referral_id = $1`, [
    referralId,
    `Haluan ulos, ${mark}.`,
  ]);
  await owner.query(
    `with numbered as (update conversation set last_seq = last_seq + 1 where id = $1 returning id, last_seq)
     insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, client_message_id, body)
     select id, last_seq, 'message', now(), $2, 'Sanna Koskinen', $3, gen_random_uuid(), $4 from numbered`,
    [sharedId, coach.personId, municipality, `Tervetuloa, ${mark}.`],
  );
  return [
    { who: coach, path: pathOf(clientRoutes.list), mark },
    { who: worker, path: pathOf(referralRoutes.list), mark },
    { who: coach, path: pathOf(messagingRoutes.entries, { conversationId: sharedId }), mark },
    { who: worker, path: pathOf(referralRoutes.read, { referralId }), mark },
  ];
};

/** The answer's text; undefined when the asker went away first. */
const ask = async (url: string, { who, path }: Asker, leaves: boolean): Promise<string | undefined> => {
  const leaving = new AbortController();
  const answer = fetch(`${url}/api${path}`, { headers: { cookie: who.cookie }, signal: leaving.signal });
  if (leaves) setImmediate(() => leaving.abort());
  try {
    return await (await answer).text();
  } catch (error) {
    if (leaves) return undefined;
    throw error;
  }
};
