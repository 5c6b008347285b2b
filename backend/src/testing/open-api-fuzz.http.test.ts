import fc from 'fast-check';
import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { problemStatus } from '@rinnalla/shared/kernel/problem';
import { loadDisclosureTexts } from '../features/client/load-disclosure-texts.js';
import { aClient, aMunicipality } from './clients.js';
import { type HostileRequest, hostileRequests, type OpenApi, operationsOf, type RawAnswer, send } from './hostile-requests.js';
import { anOrganization, type SignedIn, signedIn } from './people.js';
import type { Known } from './schema-values.js';
import { aService } from './services.js';
import { aSharedCase, type SharedCase } from './shared-case.js';
import { startTestServer, type TestServer } from './test-server.js';

/** `FUZZ_REQUESTS=50000 FUZZ_SEED=7 npx jest open-api-fuzz` for a long run of its own. */
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 1500);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const atOnce = 6;

/** What no body says: a stack, a statement, a table, a path of the server's. */
const inside = /\bat .+\.js:\d+|node_modules|\bfrom pg_|QueryFailed|syntax error|invalid input syntax|violates|relation "|select .+ from |insert into|ECONN|TypeError|zod/i;

interface Finding {
  operation: string;
  wrong: string;
  request: HostileRequest;
  answer: string;
}

describe(`${requests} requests made from the OpenAPI document`, () => {
  let server: TestServer;
  let principals: (SignedIn | undefined)[];
  let known: Known;

  beforeAll(async () => {
    server = await startTestServer();
    await loadDisclosureTexts(server.owner);
    const municipalityCode = await aMunicipality(server.owner);
    const shared = await aSharedCase(server.owner, { status: 'acknowledged' });
    known = await knownOf(server, shared, municipalityCode);
    principals = [undefined, ...(await peopleOf(server, shared))];
  }, 60_000);
  afterAll(() => server.stop());

  it(
    'are answered or refused in the product’s own words, never with a failure',
    async () => {
      const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as OpenApi;
      const cases = fc.sample(hostileRequests(operationsOf(document), known), { numRuns: requests, seed });
      const findings: Finding[] = [];
      const statuses = new Map<number, number>();

      const queue = cases.entries();
      const work = async () => {
        for (const [index, request] of queue) {
          const answer = await send(server.url, request, await cookieFor(request, principals[index % principals.length]));
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const wrong = wrongWith(request, answer);
          if (wrong) findings.push({ operation: request.operation, wrong, request: shortened(request), answer: answer.body.slice(0, 300) });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));

      expect(oneOfEach(findings).slice(0, 20)).toEqual([]);
      // A fuzz that is refused at the door proves little: enough of it must come through.
      expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(requests / 6);
      expect((await server.call(healthRoutes.ready, {})).status).toBe(200);
    },
    60_000 + requests * 60,
  );

  /** Ending a session would silence its owner for the rest of the run: such a request gets a session of its own. */
  const cookieFor = async ({ operation }: HostileRequest, principal: SignedIn | undefined): Promise<string | undefined> => {
    if (!principal || !['DELETE /session', 'POST /session/acting'].includes(operation)) return principal?.cookie;
    return (await signedIn(server.owner, { organizationId: principal.organizationId, role: 'coach' })).cookie;
  };
});

const knownOf = async ({ owner }: TestServer, { coach, worker, ...shared }: SharedCase, municipalityCode: string): Promise<Known> => {
  const clientId = await aClient(owner, { organizationId: coach.organizationId, handlerId: coach.personId });
  const serviceIds = [
    await aService(owner, { organizationId: worker.organizationId, municipalities: [municipalityCode] }),
    await aService(owner, { organizationId: worker.organizationId, dataRegime: 'own' }),
    await aService(owner, { organizationId: worker.organizationId, status: 'draft', dataRegime: null }),
  ];
  const { rows: texts } = await owner.query<{ id: string }>('select id from disclosure_text');
  const conversations = [shared.sharedId, shared.senderNotesId, shared.providerNotesId];
  const memberships = [coach.membershipId, worker.membershipId];
  const byName = {
    clientId: [clientId],
    serviceId: serviceIds,
    suggestedServiceId: serviceIds,
    referralId: [shared.referralId],
    conversationId: conversations,
    textId: texts.map(({ id }) => id),
    membershipId: memberships,
    substituteMembershipId: memberships,
    homeMunicipality: [municipalityCode],
    municipality: [municipalityCode],
    identityCode: ['010190-999W', '010190-9990', null],
    phone: ['040 123 4567'],
    email: ['a@people.example'],
    version: [1, 1, 2, 3, 2 ** 31, 2 ** 53 - 1],
    businessId: ['0201256-6', '2617416-4', null],
    validUntil: ['2026-11-24', '2027-11-24'],
    seq: [1, 2, 3],
    after: [clientId, coach.membershipId, 'x', '', 'eyJhIjoxfQ'],
  };
  return { ids: [clientId, shared.referralId, ...serviceIds, ...conversations, ...memberships], byName, wild: false };
};

const peopleOf = async ({ owner }: TestServer, { coach, worker }: SharedCase): Promise<SignedIn[]> => {
  const noChoice = await signedIn(owner, { organizationId: await anOrganization(owner), role: 'coach' });
  await owner.query('update session set membership_id = null where id = $1', [noChoice.sessionId]);
  return [
    coach,
    worker,
    coach,
    worker,
    await signedIn(owner, { organizationId: coach.organizationId, role: 'coordinator' }),
    await signedIn(owner, { organizationId: worker.organizationId, role: 'providerManager' }),
    await signedIn(owner, { organizationId: coach.organizationId, role: 'dataProtectionOfficer' }),
    noChoice,
  ];
};

const wrongWith = (request: HostileRequest, answer: RawAnswer): string | undefined => {
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.status < 400 || request.method === 'HEAD') return undefined;
  if (!answer.contentType.startsWith('application/problem+json')) return `${answer.status} as ${answer.contentType || 'nothing'}`;
  const { code, status } = JSON.parse(answer.body) as { code: keyof typeof problemStatus; status: number };
  if (problemStatus[code] !== answer.status || status !== answer.status) return `${answer.status} with the code ${code}`;
  return inside.test(answer.body) ? 'tells of the inside' : undefined;
};

const oneOfEach = (findings: readonly Finding[]): Finding[] => {
  const seen = new Map(findings.map((finding) => [`${finding.operation} ${finding.wrong}`, finding]));
  return [...seen.values()];
};

const shortened = (request: HostileRequest): HostileRequest => ({ ...request, path: request.path.slice(0, 300), body: request.body?.slice(0, 600) });
