import pg from 'pg';
import { guardedTables, liveACase, openTables, publicTables } from './lived-case.js';
import { startTestServer, type TestServer } from './test-server.js';

import { randomUUID } from 'node:crypto';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import pg from 'pg';
import { JobWorker } from '../platform/jobs/job-worker.js';
import { anAttachment } from './attachments.js';
import { aConsent } from './clients.js';
import { Acting, aReferralSetting } from './referrals.js';
import { startTestServer, type TestServer } from './test-server.js';

/** Public registers, versioned texts and the read model of published services: no secret of a tenant, no person's data. */
const publicTables = ['disclosure_text', 'employment_area', 'migration', 'municipality', 'ptv_code', 'published_service'];

const guarded = [
  'client',
  'client_identity',
  'client_contact',
  'informing_record',
  'consent_record',
  'legal_basis_record',
  'referral',
  'referral_content',
  'referral_alternative',
  'referral_step',
  'referral_question',
  'conversation',
  'conversation_entry',
  'read_mark',
  'attachment',
  'mention',
  'message_draft',
  'conversation_snooze',
  'message_template',
  'person',
  'membership',
  'session',
  'audit_event',
  'idempotency_key',
  'case_number_series',
  'deletion_task',
  'notification',
  'notification_setting',
];

/** A case that leaves a row in every guarded table. */
const liveACase = async (server: TestServer): Promise<void> => {
  const setting = await aReferralSetting(server);
  const { sanna, pekka, clientId, serviceId, offeringId } = setting;
  const other = await aReferralSetting(server);
  await aConsent(server.owner, { clientId, serviceId });
  await server.owner.query(
    `insert into legal_basis_record (organization_id, client_id, service_id, basis, recorded_by, recorded_at) values ($1, $2, $3, 'jarj_valmennus', $4, now())`,
    [sanna.organizationId, clientId, serviceId, sanna.personId],
  );
  const acting = new Acting(server);
  const draft = await acting.draft(setting, { alternativeServiceIds: [other.serviceId] });
  const sent = await acting.transition(sanna, draft.body, { action: 'send' }, { 'idempotency-key': randomUUID() });
  const asked = await acting.transition(pekka, (await acting.read(pekka, sent.body.id)).body, { action: 'ask', questions: [{ field: 'language', question: 'Tarvitaanko tulkkia?' }] });
  const { questions } = (await acting.read(sanna, sent.body.id)).body;
  const answers = questions.map(({ id }) => ({ questionId: id, answer: 'Ei tarvita.' }));
  const answered = await acting.transition(sanna, asked.body, { action: 'answer', answers });
  await acting.transition(pekka, answered.body, { action: 'accept', offeringId, firstMeetingAt: '2026-11-26T13:00:00+02:00' });
  const params = { referralId: sent.body.id };
  const { body } = await server.call(messagingRoutes.ofReferral, { params }, pekka);
  const conversationId = body.conversations.find(({ audience }) => audience === 'shared')?.id ?? '';
  await anAttachment(server, pekka, conversationId);
  const taken = await anAttachment(server, pekka, conversationId, { isSent: false });
  await server.call(attachmentRoutes.discard, { params: taken }, pekka);
  await server.call(messagingRoutes.send, { params: { conversationId }, body: { clientMessageId: randomUUID(), body: 'Soitin Annalle.', mentions: [sanna.membershipId] } }, pekka);
  await server.call(messagingRoutes.saveDraft, { params: { conversationId }, body: { version: 0, body: 'Soitan huomenna' } }, pekka);
  await server.call(messagingRoutes.snooze, { params: { conversationId }, body: { until: '2026-12-01' } }, pekka);
  await server.call(templateRoutes.write, { body: { name: { fi: 'Ei saatu kiinni' }, body: { fi: 'Soitin, mutta en saanut kiinni.' } } }, setting.kaisa);
  await server.owner.query(
    `insert into deletion_task (referral_id, organization_id, sender_organization_id, case_number, cause, asked_at, due_on)
     select id, provider_organization_id, sender_organization_id, case_number, 'consentWithdrawn', now(), now() from referral where id = $1`,
    [sent.body.id],
  );
  await server.call(notificationRoutes.changeSettings, { body: { channels: { message: 'digest' } } }, sanna);
  await server.get(JobWorker).runDue();
  await server.call(messagingRoutes.markRead, { params: { conversationId }, body: { upTo: 1 } }, sanna);
};

describe('row-level security', () => {
  let server: TestServer;
  let app: pg.Client;
  let owner: pg.Pool;

  beforeAll(async () => {
    server = await startTestServer();
    ({ owner } = server);
    app = new pg.Client({ connectionString: server.database.appUrl });
    await app.connect();
    await liveACase(server);
  });
  afterAll(async () => {
    await app.end();
    await server.stop();
  });

  it('is enabled and forced on every table but the public registers', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and not (relrowsecurity and relforcerowsecurity) order by relname`,
    );

    expect(rows.map((row) => row.relname)).toEqual(publicTables);
  });

  it('binds an app role that owns nothing, is no superuser and bypasses nothing', async () => {
    const { rows } = await app.query(
      `select r.rolsuper, r.rolbypassrls, r.rolcreatedb, r.rolcreaterole,
              (select count(*)::int from pg_class where relowner = r.oid) as owned
         from pg_roles r where rolname = current_user`,
    );

    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 }]);
  });

  it('leaves the app role no right to truncate, to reference, or to change history', async () => {
    const { rows } = await owner.query<{ right: string }>(
      `select table_name || ' ' || privilege_type as right from information_schema.role_table_grants
        where grantee = 'rinnalla_app'
          and (privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
               or (table_name in ('audit_event', 'referral_step', 'conversation_entry', 'event') and privilege_type in ('UPDATE', 'DELETE')))`,
    );

    expect(rows).toEqual([]);
  });

  it('has a policy for every command that the app role is granted', async () => {
    const { rows } = await owner.query<{ missing: string }>(
      `select g.table_name || ' ' || g.privilege_type as missing
         from (select table_name, privilege_type from information_schema.role_table_grants where grantee = 'rinnalla_app'
               union select table_name, privilege_type from information_schema.column_privileges where grantee = 'rinnalla_app') g
        where g.table_name <> all ($1)
          and not exists (select from pg_policies p where p.tablename = g.table_name and 'rinnalla_app' = any (p.roles)
                            and p.cmd in ('ALL', g.privilege_type))`,
      [publicTables],
    );

    expect(rows).toEqual([]);
  });

  it('is tried on every table that the app role may read at all', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1)
         and (has_table_privilege('rinnalla_app', oid, 'SELECT') or has_any_column_privilege('rinnalla_app', oid, 'SELECT')) order by relname`,
      [[...publicTables, ...openTables, ...guardedTables]],
    );

    expect(rows.map(({ relname }) => relname)).toEqual([]);
  });

  it.each(guardedTables)('shows no row of %s to the app role without context, though there are some', async (...[table]) => {
    const [seen, there] = await Promise.all([app.query(`select from ${table}`), owner.query(`select from ${table}`)]);

    expect(there.rows.length).toBeGreaterThan(0);
    expect(seen.rows).toEqual([]);
  });

  it('keeps credentials, events, jobs and the words that are searched out of the app role’s reach altogether', async () => {
    await expect(app.query('select * from message_words')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from credential')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from event')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from job')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from account_token')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from attempt')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from begun_mail')).rejects.toThrow(/permission denied/);
  });
});
