import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { InputOf, Route } from '@rinnalla/shared/contract/define-route';
import { logRoutes } from '@rinnalla/shared/log/log-routes';
import { conversationShelves, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import { erasureRoutes, holdRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { statusGroups } from '@rinnalla/shared/referral/referral-status';
import pg from 'pg';
import { loadRegisters } from '../commands/load-registers.js';
import { hashOfToken } from '../platform/auth/session-token.js';
import { appSettings } from '../platform/database/data-source.js';
import { knownStatements } from '../platform/database/statement.js';
import { signedIn } from '../testing/people.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { faultsOf, planOf } from './query-plan.js';
import { scaleOne, seededId, sessionTokenOf, staffOfMunicipality, timesScale } from './scale.js';
import { seedScale } from './seed-scale.js';
import { messagesOfSession, type SentStatement, workOf } from './sent-statements.js';

/**
 * A quarter of scale 1 with a quarter of the memory decides the same plans in a third of the time: what PostgreSQL would
 * rather read from end to end is smaller, and what does not fit into memory is too. `PLANS_SHARE=1` reads them at scale 1.
 */
const share = Number(process.env['PLANS_SHARE'] ?? 0.25);
const workMemoryKilobytes = 4096 * share;

/** Signed in by `seedScale`. */
const coordinator = sessionTokenOf(7);
const coach = sessionTokenOf(scaleOne.municipalities + 7);
const manager = sessionTokenOf(scaleOne.municipalities * staffOfMunicipality + 7);
const worker = sessionTokenOf(scaleOne.people);

interface Asked extends SentStatement {
  token: string;
  request: string;
}

let server: TestServer;
const asked = new Map<string, Asked>();

const ask = async <R extends Route>(
  route: R,
  input: InputOf<R>,
  token: string,
): Promise<Awaited<ReturnType<typeof server.call<R>>>['body']> => {
  const { result, sent } = await messagesOfSession(token, () =>
    server.call(route, input, { cookie: `session=${token}` }),
  );
  const request = `${route.method} ${route.path} ${JSON.stringify(input)}`;
  if (result.status >= 300)
    throw new Error(`${request} answered ${result.status} ${JSON.stringify(result.body)}`);
  for (const statement of workOf(sent))
    asked.set(`${statement.name} ${token}`, { ...statement, token, request });
  return result.body;
};

const askCatalogue = async (): Promise<void> => {
  const { items } = await ask(
    catalogueRoutes.search,
    { query: { q: 'puupaja', municipality: '286' } },
    coach,
  );
  const serviceId = items[0]?.id ?? '';
  for (const query of [
    {},
    { q: 'kielikahvila arabia Kouvola' },
    { q: 'ompeluu', freeNow: 'true', sort: 'soonestStart' },
    { municipality: '286', sort: 'nearest', category: 'workshop' },
    { deliveryModes: 'onsite', languages: 'fi', targetGroups: 'long_term_unemployed', after: '40' },
  ] as const)
    await ask(catalogueRoutes.search, { query }, coach);
  await ask(catalogueRoutes.suggest, { query: { q: 'puu' } }, coach);
  await ask(catalogueRoutes.service, { params: { serviceId } }, coach);
  await ask(catalogueRoutes.similar, { params: { serviceId } }, coach);
  await ask(catalogueRoutes.vocabularies, {}, coach);
  await ask(catalogueRoutes.municipalities, {}, coach);
  const own = await ask(ownServiceRoutes.list, { query: { limit: 2 } }, manager);
  await ask(
    ownServiceRoutes.list,
    { query: { limit: 2, after: own.next ?? undefined, status: 'published' } },
    manager,
  );
  await ask(ownServiceRoutes.editing, { params: { serviceId: own.items[0]?.id ?? '' } }, manager);
};

const askClients = async (): Promise<void> => {
  for (const token of [coach, coordinator]) {
    const { items, next } = await ask(clientRoutes.list, {}, token);
    if (next) await ask(clientRoutes.list, { query: { after: next } }, token);
    await ask(clientRoutes.search, { body: { name: 'suku' } }, token);
    await ask(clientRoutes.read, { params: { clientId: items[0]?.id ?? '' } }, token);
  }
};

const askReferrals = async (): Promise<void> => {
  for (const token of [coach, coordinator, manager, worker])
    for (const list of ['mine', 'organization'] as const) {
      const { items, next } = await ask(referralRoutes.list, { query: { list } }, token);
      await ask(referralRoutes.list, { query: { list, after: next ?? undefined } }, token);
      // The usual page and the longest are two statements.
      await ask(referralRoutes.list, { query: { list, limit: 100 } }, token);
      for (const group of statusGroups)
        for (const limit of [20, 100])
          await ask(referralRoutes.list, { query: { list, group, limit } }, token);
      await ask(referralRoutes.counts, { query: { list } }, token);
      await ask(referralRoutes.today, {}, token);
      const [referral] = items;
      if (!referral) continue;
      const { clientId } = (
        await server.owner.query<{ clientId: string }>(
          'select client_id as "clientId" from referral where id = $1',
          [referral.id],
        )
      ).rows[0] ?? { clientId: '' };
      for (const limit of [20, 100]) {
        await ask(referralRoutes.list, { query: { list, clientId, limit } }, token);
        await ask(referralRoutes.list, { query: { list, clientId, group: 'ended', limit } }, token);
      }
      await ask(referralRoutes.read, { params: { referralId: referral.id } }, token);
      await ask(referralRoutes.proposals, { params: { referralId: referral.id } }, token);
      const { conversations } = await ask(
        messagingRoutes.ofReferral,
        { params: { referralId: referral.id } },
        token,
      );
      await ask(messagingRoutes.entries, { params: { conversationId: conversations[0]?.id ?? '' } }, token);
    }
};

const askPeople = async (): Promise<void> => {
  for (const token of [coach, manager]) {
    for (const show of conversationShelves) {
      const { next } = await ask(messagingRoutes.mine, { query: { show } }, token);
      if (next) await ask(messagingRoutes.mine, { query: { show, after: next } }, token);
    }
    await ask(messagingRoutes.search, { body: { words: 'aika sopii' } }, token);
    await ask(templateRoutes.list, {}, token);
    await ask(organizationRoutes.people, {}, token);
    await ask(organizationRoutes.read, {}, token);
    await ask(organizationRoutes.memberships, {}, token);
  }
  for (const body of [{}, { name: 'Henkilö' }, { ended: true }])
    await ask(memberRoutes.search, { body }, manager);
};

/** A hundred thousand rows of one organization's log, of five people and a thousand clients. */
const askLog = async (): Promise<void> => {
  const { rows } = await server.owner.query<{ id: string }>(
    `select id from organization where kind = 'municipality' order by id limit 1`,
  );
  const officer = await signedIn(server.owner, {
    organizationId: rows[0]?.id ?? '',
    role: 'dataProtectionOfficer',
  });
  await server.owner.query('alter table audit_event disable trigger chain_log_row');
  await server.owner.query(
    `insert into audit_event (at, person_id, organization_id, role, action, object_type, object_id, client_id, entry_id, seal, chain_id, seq, hash)
     select '2026-01-01'::timestamptz + n * interval '5 minutes', ${seededId('log-person', 'n % 5')}, $1, 'coach', 'readClient', 'client', '', ${seededId('log-client', 'n % 1000')}, gen_random_uuid(), '', -1, n, ''
       from generate_series(1, 100000) n`,
    [officer.organizationId],
  );
  await server.owner.query('alter table audit_event enable trigger chain_log_row');
  await server.owner.query('analyze audit_event');
  const { rows: people } = await server.owner.query<{ client: string; person: string }>(
    `select ${seededId('log-client', '7')} as client, ${seededId('log-person', '3')} as person`,
  );
  const token = officer.cookie.replace('session=', '');
  for (const body of [
    {},
    { clientId: people[0]?.client },
    { personId: people[0]?.person },
    { from: '2026-11-01', to: '2026-11-02' },
  ]) {
    const { next } = await ask(logRoutes.search, { body: body as never }, token);
    if (next) await ask(logRoutes.search, { body: { ...body, after: next } as never }, token);
  }
};

const askPrivacy = async (): Promise<void> => {
  await server.owner.query(
    `insert into deletion_task (referral_id, organization_id, sender_organization_id, case_number, cause, asked_at, due_on)
     select id, provider_organization_id, sender_organization_id, case_number, 'consentWithdrawn', sent_at, sent_at from referral where sent_at is not null limit 5000`,
  );
  await server.owner.query('analyze deletion_task');
  for (const token of [manager, worker]) await ask(deletionRoutes.open, {}, token);
  await server.owner.query(`
    insert into erasure_request (organization_id, client_id, state, asked_at, asked_by, asked_by_name, due_on, decided_at, decided_by, decided_by_name)
    select organization_id, id, 'erased', '2026-01-01', handler_id, '', '2026-02-01', '2026-01-15', handler_id, '' from client;
    insert into legal_hold (organization_id, client_id, act, reason, from_day, set_at, set_by, set_by_name)
    select organization_id, id, 'kuntalaki', 'Tarkastus.', '2026-01-01', '2026-01-01', handler_id, '' from client;
    analyze erasure_request, legal_hold`);
  const { rows: houses } = await server.owner.query<{ id: string }>(
    `select id from organization where kind = 'municipality' order by id limit 1`,
  );
  const leader = await signedIn(server.owner, {
    organizationId: houses[0]?.id ?? '',
    role: 'serviceManager',
  });
  for (const route of [erasureRoutes.list, holdRoutes.list])
    await ask(route, {}, leader.cookie.replace('session=', ''));
  await askLog();
};

const askNotifications = async (): Promise<void> => {
  await server.owner.query(
    `insert into notification (membership_id, person_id, organization_id, kind, event_key, referral_id, at)
     select m.id, m.person_id, m.organization_id, 'answer', r.id::text, r.id, r.sent_at from referral r join membership m on m.person_id in (r.handler_id, r.assignee_id)`,
  );
  // Openings in an emergency, which a list of notifications looks up one by one: of an empty table it would not.
  await server.owner.query(
    `insert into emergency_opening (organization_id, client_id, handler_id, case_number, person_id, membership_id, person_name, purpose, explanation, opened_at, ends_at)
     select r.sender_organization_id, r.client_id, r.handler_id, r.case_number, r.handler_id, (select m.id from membership m where m.person_id = r.handler_id limit 1),
            'Henkilö Numero', 'danger', 'Asiakas soitti.', now(), now() + interval '1 hour'
       from referral r where r.handler_id is not null order by r.id limit 3000`,
  );
  await server.owner.query('analyze notification; analyze emergency_opening');
  for (const token of [coach, manager]) {
    const { next } = await ask(notificationRoutes.list, {}, token);
    if (next) await ask(notificationRoutes.list, { query: { after: next } }, token);
  }
};

beforeAll(async () => {
  server = await startTestServer({ CLOCK: '2026-11-24T08:00:00+02:00' });
  const superuser = new pg.Client({ connectionString: server.database.superuserUrl });
  await superuser.connect();
  await loadRegisters(superuser);
  await seedScale(superuser, timesScale(scaleOne, share), () => undefined);
  await superuser.end();
  await askCatalogue();
  await askClients();
  await askReferrals();
  await askPeople();
  await askPrivacy();
  await askNotifications();
}, 600_000);

afterAll(() => server?.stop());

/** Everybody reads these from end to end, and they grow with the country, not with its years. */
const bounded = ['organization', 'membership', 'person', 'substitution', 'public_office', 'session'];

test('no list reads a guarded table from end to end, nor sorts on disk', async () => {
  const { rows } = await server.owner.query<{ name: string }>(
    `select relname as name from pg_class where relrowsecurity and relkind = 'r' and relname <> all ($1)`,
    [bounded],
  );
  const guarded = new Set(rows.map(({ name }) => name));
  // The public catalogue is read from end to end to count it when nobody asks for words; words have their indexes.
  const guardedFromWords = new Set([...guarded, 'published_service']);
  const app = new pg.Client({ connectionString: server.database.appUrl, options: appSettings });
  await app.connect();
  await app.query(`set work_mem = '${workMemoryKilobytes}kB'`);
  const faults: string[] = [];
  for (const statement of asked.values()) {
    await app.query('begin');
    await app.query('select app.enter($1, $2)', [hashOfToken(statement.token), '2026-11-24T06:00:00Z']);
    const found = faultsOf(
      await planOf(app, statement),
      statement.text.includes('p.document @@') ? guardedFromWords : guarded,
    );
    if (found.length > 0)
      faults.push(`${statement.name} of ${statement.request}: ${[...new Set(found)].join(', ')}`);
    await app.query('rollback');
  }
  await app.end();
  expect(faults).toEqual([]);
}, 300_000);

/** Asked before anybody is signed in, of a table with a row for each organization at most; and while a step is taken, of one organization's members. */
const askedElsewhere = ['list-identity-providers', 'colleagues-who-may-lapse-an-offer'];

test('every statement that answers a list is asked for here', () => {
  const lists = knownStatements().filter(({ text }) => /\blimit (\$\d|\d{2,})/.test(text));
  const names = new Set<string | undefined>([
    ...askedElsewhere,
    ...[...asked.values()].map(({ name }) => name),
  ]);
  expect(lists.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
  expect(lists.length).toBeGreaterThan(10);
});
