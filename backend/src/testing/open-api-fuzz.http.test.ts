import { isDeepStrictEqual } from 'node:util';
import type { Route } from '@rinnalla/shared/contract/define-route';
import fc from 'fast-check';
import { categories } from '@rinnalla/shared/catalogue/categories';
import { statutoryBases } from '@rinnalla/shared/catalogue/statutory-bases';
import { targetGroups } from '@rinnalla/shared/catalogue/target-groups';
import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { problemStatus } from '@rinnalla/shared/kernel/problem';
import { OpenApiController } from '../platform/openapi/openapi.controller.js';
import { aWorld, type World } from './authorization-world.js';
import { aClient, anInforming } from './clients.js';
import {
  type HostileRequest,
  hostileRequests,
  type OpenApi,
  operationsOf,
  type RawAnswer,
  send,
} from './hostile-requests.js';
import { type SignedIn, signedIn } from './people.js';
import type { Known } from './schema-values.js';
import { tellsOfTheInside } from './tells-of-the-inside.js';
import { startTestServer, type TestServer } from './test-server.js';

/** `FUZZ_REQUESTS=50000 FUZZ_SEED=7 npx jest open-api-fuzz` for a long run of its own. */
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 1500);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const atOnce = 6;
/** Hostile requests end sessions and memberships: after so many there are new people, or soon nobody would come through. */
const perWorld = 500;

interface Finding {
  operation: string;
  wrong: string;
  request: HostileRequest;
  answer: string;
}

describe(`${requests} requests made from the OpenAPI document`, () => {
  let server: TestServer;
  let routes: ReadonlyMap<string, Route>;

  beforeAll(async () => {
    server = await startTestServer();
    routes = new Map(
      server
        .get(OpenApiController)
        .routes()
        .map((route) => [`${route.method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`, route]),
    );
  }, 60_000);
  afterAll(() => server.stop());

  it(
    'are answered or refused in the product’s own words, never with a failure',
    async () => {
      const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as OpenApi;
      const operations = operationsOf(document);
      const findings: Finding[] = [];
      const statuses = new Map<number, number>();
      let heldToTheirSchema = 0;

      const work = async (queue: Iterable<[number, HostileRequest]>, { principals, foreign }: Asking) => {
        for (const [index, request] of queue) {
          const answer = await send(
            server.url,
            request,
            await cookieFor(request, principals[index % principals.length]),
          );
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const route = routes.get(askedOf(request));
          const isJson =
            answer.status < 300 &&
            request.method !== 'HEAD' &&
            answer.contentType.startsWith('application/json');
          if (route && isJson) heldToTheirSchema += 1;
          const wrong =
            wrongWith(request, answer) ??
            (route && isJson && !isTrueTo(route, answer.body) ? 'not as its schema says' : undefined) ??
            (foreign.some((id) => answer.body.includes(id) && !sentWith(request).includes(id))
              ? 'an id of somebody else’s case'
              : undefined);
          if (wrong)
            findings.push({
              operation: request.operation,
              wrong,
              request: shortened(request),
              answer: answer.body.slice(0, 300),
            });
        }
      };
      for (let done = 0; done < requests; done += perWorld) {
        const asking = await anAsking(server);
        const queue = fc
          .sample(hostileRequests(operations, asking.known), {
            numRuns: Math.min(perWorld, requests - done),
            seed: seed + done,
          })
          .entries();
        await Promise.all(Array.from({ length: atOnce }, () => work(queue, asking)));
      }

      expect(oneOfEach(findings).slice(0, 20)).toEqual([]);
      // A fuzz that is refused at the door proves little: enough of it must come through.
      expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(requests / 10);
      expect(heldToTheirSchema).toBeGreaterThan(requests / 10);
      expect((await server.call(healthRoutes.ready, {})).status).toBe(200);
    },
    60_000 + requests * 60,
  );

  /** Ending a session would silence its owner for the rest of the run: such a request gets a session of its own. */
  const cookieFor = async (
    request: HostileRequest,
    principal: SignedIn | undefined,
  ): Promise<string | undefined> => {
    if (!principal || !['DELETE /session', 'POST /session/acting'].includes(askedOf(request)))
      return principal?.cookie;
    return (await signedIn(server.owner, { organizationId: principal.organizationId, role: 'coach' })).cookie;
  };
});

interface Asking {
  principals: (SignedIn | undefined)[];
  known: Known;
  /** Ids of a case that none of those who ask has a part in. */
  foreign: readonly string[];
}

/** A world with cases in every state, and those who ask in it. */
const anAsking = async (server: TestServer): Promise<Asking> => {
  const world = await aWorld(server);
  for (const status of ['waitlisted', 'declined', 'started', 'closing'] as const) {
    const clientId = await aClient(server.owner, {
      organizationId: world.setting.municipalityId,
      handlerId: world.setting.sanna.personId,
      homeMunicipality: '286',
    });
    await anInforming(server.owner, { clientId, serviceId: world.setting.serviceId });
    await world.acting.referral({ ...world.setting, clientId }, status);
  }
  const { coach, worker, coordinator, manager, dpo, otherCoach, noChoice } = world.people;
  return {
    known: await knownOf(server, world),
    foreign: foreignTo(await aWorld(server)),
    principals: [
      undefined,
      coach,
      worker,
      coach,
      manager,
      coach,
      worker,
      coordinator,
      manager,
      dpo,
      otherCoach,
      noChoice,
    ],
  };
};

/** What answers: a request may ask another method of its operation's address. */
const askedOf = ({ method, operation }: HostileRequest): string =>
  `${method} ${operation.slice(operation.indexOf(' ') + 1)}`;

const foreignTo = ({ setting, conversations, referral, files }: World): string[] => [
  setting.clientId,
  setting.sanna.personId,
  setting.sanna.membershipId,
  setting.pekka.personId,
  setting.pekka.membershipId,
  referral.id,
  ...Object.values(conversations),
  ...Object.values(files).map(({ attachmentId }) => attachmentId),
];

const sentWith = ({ path, headers, body }: HostileRequest): string =>
  path + JSON.stringify(headers) + (body ?? '');

/** Every field is one of the schema's, and fits it. */
const isTrueTo = ({ response }: Route, body: string): boolean => {
  const given: unknown = JSON.parse(body);
  const parsed = response?.safeParse(given);
  return !parsed || (parsed.success && isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data)), given));
};

const codesOf = (terms: readonly { code: string }[]): string[] => terms.map(({ code }) => code);

/** Objects that are there, codes that are in the lists, and days, so that half of the requests go as deep as they can. */
const knownOf = async ({ owner }: TestServer, world: World): Promise<Known> => {
  const { setting, conversations, ownService } = world;
  const { rows: referrals } = await owner.query<{ id: string }>('select id from referral');
  const serviceIds = [setting.serviceId, world.consentServiceId, ownService.id];
  const memberships = [setting.sanna.membershipId, setting.marja.membershipId, setting.pekka.membershipId];
  const byName = {
    clientId: [setting.clientId],
    serviceId: serviceIds,
    suggestedServiceId: serviceIds,
    alternativeServiceIds: serviceIds,
    referralId: referrals.map(({ id }) => id),
    conversationId: Object.values(conversations),
    offeringId: [setting.offeringId, ownService.offeringId],
    textId: Object.values(world.textIds),
    membershipId: memberships,
    substituteMembershipId: memberships,
    homeMunicipality: ['286'],
    municipality: ['286'],
    municipalities: ['286'],
    category: codesOf(categories),
    targetGroups: codesOf(targetGroups),
    deliveryModes: ['onsite', 'remote'],
    statutoryBases: codesOf(statutoryBases),
    statutoryBasis: codesOf(statutoryBases),
    reason: ['full', 'moved', 'target_group', 'got_work', 'did_not_start', 'next_service'],
    identityCode: ['010190-999W', '010190-9990', null],
    phone: ['040 123 4567'],
    email: ['a@people.example'],
    attachmentId: Object.values(world.files).map((file) => file.attachmentId),
    attachmentIds: [[]],
    version: [1, 2, 3, 4, 5],
    businessId: ['0201256-6', '2617416-4', null],
    validUntil: ['2026-11-24', '2027-11-24'],
    seq: [1, 2, 3],
    after: [setting.clientId, setting.sanna.membershipId, 'x', '', 'eyJhIjoxfQ'],
  };
  const ids = [
    setting.clientId,
    setting.offeringId,
    ...byName.referralId,
    ...serviceIds,
    ...byName.conversationId,
    ...memberships,
  ];
  return { ids, byName, wild: false };
};

const wrongWith = (request: HostileRequest, answer: RawAnswer): string | undefined => {
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.status < 400 || request.method === 'HEAD') return undefined;
  if (!answer.contentType.startsWith('application/problem+json'))
    return `${answer.status} as ${answer.contentType || 'nothing'}`;
  const { code, status } = JSON.parse(answer.body) as { code: keyof typeof problemStatus; status: number };
  if (problemStatus[code] !== answer.status || status !== answer.status)
    return `${answer.status} with the code ${code}`;
  return tellsOfTheInside.test(answer.body) ? 'tells of the inside' : undefined;
};

const oneOfEach = (findings: readonly Finding[]): Finding[] => {
  const seen = new Map(findings.map((finding) => [`${finding.operation} ${finding.wrong}`, finding]));
  return [...seen.values()];
};

const shortened = (request: HostileRequest): HostileRequest => ({
  ...request,
  path: request.path.slice(0, 300),
  body: request.body?.slice(0, 600),
});
