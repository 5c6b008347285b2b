import { randomUUID } from 'node:crypto';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import { anAttachment } from './attachments.js';
import { aConsent, aSubstitution } from './clients.js';
import type { SignedIn } from './people.js';
import { Acting, aReferralSetting, type ReferralSetting } from './referrals.js';
import type { TestServer } from './test-server.js';
import { tellOfMessages } from './tell-of-messages.js';

/** Public registers, versioned texts and the read model of published services: no secret of a tenant, no person's data. */
export const publicTables = [
  'disclosure_text',
  'employment_area',
  'migration',
  'municipality',
  'ptv_code',
  'published_service',
];

/** What everybody may read of a part of their rows, or of all: who organizations are and where they sign in, what is published. Writing is another matter. */
export const openTables = ['identity_provider', 'organization', 'service', 'offering', 'offering_location'];

/** Tables with a tenant's or a person's data: the lived case leaves a row in each. */
export const guardedTables = [
  'client',
  'client_identity',
  'client_contact',
  'client_register',
  'informing_record',
  'consent_record',
  'legal_basis_record',
  'referral',
  'referral_content',
  'referral_plan_extract',
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
  'emergency_opening',
  'erasure_request',
  'legal_hold',
  'retention_run',
  'public_office',
  'substitution',
  'identity',
  'authenticator',
  'passkey',
  'recovery_code',
  'sign_in',
  'notification',
  'notification_setting',
];

/** A case that leaves a row in every guarded table. */
export const liveACase = async (server: TestServer): Promise<ReferralSetting> => {
  const setting = await aReferralSetting(server);
  const { sanna, pekka, clientId, serviceId, offeringId } = setting;
  const other = await aReferralSetting(server);
  await aConsent(server.owner, { clientId, serviceId });
  await server.owner.query(
    `insert into legal_basis_record (organization_id, client_id, service_id, basis, recorded_by, recorded_at) values ($1, $2, $3, 'jarj_valmennus', $4, now())`,
    [sanna.organizationId, clientId, serviceId, sanna.personId],
  );
  await server.owner.query(
    `insert into client_register (client_id, organization_id, reference, task, updated_at, updated_by) values ($1, $2, 'URA-1', 'Työllistymissuunnitelma', now(), $3)`,
    [clientId, sanna.organizationId, sanna.personId],
  );
  const acting = new Acting(server);
  const draft = await acting.draft(setting, { alternativeServiceIds: [other.serviceId] });
  await server.owner.query(
    `insert into referral_plan_extract (referral_id, extract) values ($1, 'Rauhallinen alku.')`,
    [draft.body.id],
  );
  const sent = await acting.transition(
    sanna,
    draft.body,
    { action: 'send' },
    { 'idempotency-key': randomUUID() },
  );
  const asked = await acting.transition(pekka, (await acting.read(pekka, sent.body.id)).body, {
    action: 'ask',
    questions: [{ field: 'language', question: 'Tarvitaanko tulkkia?' }],
  });
  const { questions } = (await acting.read(sanna, sent.body.id)).body;
  const answers = questions.map(({ id }) => ({ questionId: id, answer: 'Ei tarvita.' }));
  const answered = await acting.transition(sanna, asked.body, { action: 'answer', answers });
  await acting.transition(pekka, answered.body, {
    action: 'accept',
    offeringId,
    firstMeetingAt: '2026-11-26T13:00:00+02:00',
  });
  const params = { referralId: sent.body.id };
  const { body } = await server.call(messagingRoutes.ofReferral, { params }, pekka);
  const conversationId = body.conversations.find(({ audience }) => audience === 'shared')?.id ?? '';
  await anAttachment(server, pekka, conversationId);
  const taken = await anAttachment(server, pekka, conversationId, { isSent: false });
  await server.call(attachmentRoutes.discard, { params: taken }, pekka);
  await server.call(
    messagingRoutes.send,
    {
      params: { conversationId },
      body: { clientMessageId: randomUUID(), body: 'Soitin Annalle.', mentions: [sanna.membershipId] },
    },
    pekka,
  );
  await server.call(
    messagingRoutes.saveDraft,
    { params: { conversationId }, body: { version: 0, body: 'Soitan huomenna' } },
    pekka,
  );
  await server.call(
    messagingRoutes.snooze,
    { params: { conversationId }, body: { until: '2026-12-01' } },
    pekka,
  );
  await server.call(
    templateRoutes.write,
    { body: { name: { fi: 'Ei saatu kiinni' }, body: { fi: 'Soitin, mutta en saanut kiinni.' } } },
    setting.kaisa,
  );
  await server.owner.query(
    `insert into deletion_task (referral_id, organization_id, sender_organization_id, case_number, cause, asked_at, due_on)
     select id, provider_organization_id, sender_organization_id, case_number, 'consentWithdrawn', now(), now() from referral where id = $1`,
    [sent.body.id],
  );
  await server.owner.query(
    `insert into emergency_opening (organization_id, client_id, handler_id, case_number, person_id, membership_id, person_name, purpose, explanation, opened_at, ends_at)
     select sender_organization_id, client_id, handler_id, case_number, $2, $3, 'Sanna Koskinen', 'danger', 'Odottaa.', '2026-11-24T05:00Z', '2026-11-24T05:30Z' from referral where id = $1`,
    [sent.body.id, sanna.personId, sanna.membershipId],
  );
  await server.owner.query(
    `insert into erasure_request (organization_id, client_id, asked_at, asked_by, asked_by_name, due_on) values ($1, $2, now(), $3, 'Sanna Koskinen', '2026-12-24')`,
    [sanna.organizationId, clientId, sanna.personId],
  );
  await server.owner.query(
    `insert into legal_hold (organization_id, client_id, act, reason, from_day, set_at, set_by, set_by_name) values ($1, $2, '170/1999', 'Asia on kesken.', '2026-11-01', now(), $3, 'Sanna Koskinen')`,
    [sanna.organizationId, clientId, sanna.personId],
  );
  await server.owner.query(
    `insert into retention_run (organization_id, day, kind, rule, rule_version, ended, at) values ($1, '2026-11-23', 'case', 'case', 1, 3, now())`,
    [sanna.organizationId],
  );
  await proofsOf(server, sanna);
  await server.owner.query(
    `insert into public_office (membership_id, task, valid_from) values ($1, 'Työllistymissuunnitelmat', '2026-01-01')`,
    [sanna.membershipId],
  );
  await aSubstitution(server.owner, {
    organizationId: sanna.organizationId,
    membershipId: sanna.membershipId,
    substituteMembershipId: setting.marja.membershipId,
  });
  await server.owner.query(
    `insert into offering_location (offering_id, organization_id, municipality_code, street_address, visibility) values ($1, $2, '286', 'Salpausselänkatu 1', 'on_acceptance')`,
    [offeringId, pekka.organizationId],
  );
  await server.call(notificationRoutes.changeSettings, { body: { channels: { message: 'digest' } } }, sanna);
  await tellOfMessages(server);
  await server.call(messagingRoutes.markRead, { params: { conversationId }, body: { upTo: 1 } }, sanna);
  return setting;
};

/** With what a person proves who they are. */
const proofsOf = async ({ owner }: TestServer, { personId, organizationId }: SignedIn): Promise<void> => {
  const provider = await owner.query<{ id: string }>(
    `insert into identity_provider (organization_id, issuer, client_id, secret_name, updated_at) values ($1, 'https://idp.example', 'rinnalla', 'kouvola', now()) returning id`,
    [organizationId],
  );
  await owner.query(
    `insert into identity (provider_id, subject, person_id, created_at) values ($1, 'sanna', $2, now())`,
    [provider.rows[0]?.id, personId],
  );
  await owner.query(
    `insert into authenticator (person_id, secret, last_step, created_at) values ($1, 'sealed', 0, now())`,
    [personId],
  );
  await owner.query(
    `insert into passkey (person_id, credential_id, public_key, counter, backed_up, name, created_at) values ($1, gen_random_uuid()::text, '\\x00', 0, false, 'Puhelin', now())`,
    [personId],
  );
  await owner.query(
    `insert into recovery_code (person_id, code_hash, created_at) values ($1, '\\x00', now())`,
    [personId],
  );
  await owner.query(
    `insert into sign_in (token_hash, method, person_id, created_at, expires_at) values ($1, 'password', $2, now(), 'infinity')`,
    [Buffer.from(personId), personId],
  );
};
