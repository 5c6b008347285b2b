import { randomUUID } from 'node:crypto';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { accountExamples } from './authorization-account-examples.js';
import { memberExamples } from './authorization-member-examples.js';
import type { Asking, Example, Make } from './authorization-example.js';
import { privacyExamples } from './authorization-privacy-examples.js';
import type { World } from './authorization-world.js';
import type { SignedIn } from './people.js';
import { aContent } from './published-services.js';
import { aPdf } from './attachments.js';
import { aClient, aConsent, anInforming, aSubstitution } from './clients.js';

const referral =
  (part: (world: World) => { id: string }) =>
  ({ world }: Asking): Example => ({ params: { referralId: part(world).id } });
const clientAndService = ({ world: { setting } }: Asking) => ({
  clientId: setting.clientId,
  serviceId: setting.serviceId,
});
const ownService: Make = ({ world: { ownService } }) => ({
  params: { serviceId: ownService.id },
  body: { version: ownService.version },
});
const conversation =
  (part: keyof World['conversations']): Make =>
  ({ world }) => ({ params: { conversationId: world.conversations[part] } });
const message = (body = 'Soitin Annalle, sopii hyvin.') => ({ clientMessageId: randomUUID(), body });
const sendTo =
  (part: keyof World['conversations']): Make =>
  ({ world }) => ({ params: { conversationId: world.conversations[part] }, body: message() });

const aNewClient = {
  firstName: 'Anna',
  surname: 'Virtanen',
  goal: 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.',
  homeMunicipality: '286',
  contact: { way: 'phone', phone: '040 123 4567' },
};

const upload =
  (part: keyof World['conversations']): Make =>
  ({ world }) => ({
    params: { conversationId: world.conversations[part], attachmentId: randomUUID() },
    body: new File([aPdf()], 'suunnitelma.pdf'),
  });
const file =
  (part: keyof World['files']): Make =>
  ({ world }) => ({ params: world.files[part] });
/** The handler's message in the shared conversation, to be edited or removed. */
const handlersMessage: Make = async ({ world, server }) => {
  const { rows } = await server.owner.query<{ seq: string }>(
    `select seq from conversation_entry where conversation_id = $1 and kind = 'message' and person_id = $2`,
    [world.conversations.shared, world.setting.sanna.personId],
  );
  return { params: { conversationId: world.conversations.shared, seq: rows[0]?.seq ?? '0' } };
};

/** A fresh message of the handler: what is done to it can be done once. */
const freshMessage = async (
  { world, server }: Asking,
  details: Record<string, unknown> = {},
): Promise<number> => {
  const { shared } = world.conversations;
  const { personId, organizationId } = world.setting.sanna;
  const { rows } = await server.owner.query<{ seq: string }>(
    `with numbered as (update conversation set last_seq = last_seq + 1 where id = $1 returning id, last_seq)
     insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, client_message_id, body, details)
     select id, last_seq, 'message', $2, $3, 'Sanna Koskinen', $4, gen_random_uuid(), 'Soitin Annalle.', $5 from numbered returning seq`,
    [shared, server.clock.now(), personId, organizationId, details],
  );
  return Number(rows[0]?.seq);
};
const meeting = {
  kind: 'meetingProposal',
  times: ['2026-12-01T11:00:00.000Z'],
  minutes: 45,
  way: 'onSite',
} as const;

/** A ready message of the association. */
const aTemplate = async ({ world: { setting }, server }: Asking): Promise<Record<string, string>> => {
  const body = { name: { fi: 'Ei saatu kiinni' }, body: { fi: 'Soitin, mutta en saanut kiinni.' } };
  return { templateId: (await server.call(templateRoutes.write, { body }, setting.kaisa)).body.id };
};

/** Of a day far off, and the only one there: neither an earlier line's nor in force today. */
const substitution =
  (who: (world: World, caller: SignedIn | undefined) => Record<string, unknown>): Make =>
  async ({ world, caller, server }) => {
    await server.owner.query('delete from substitution');
    return { body: { ...who(world, caller), validFrom: '2030-01-01' } };
  };

/** Another client's referral, which the association could not take. */
const declined: Make = async ({ world: { acting, setting, ownService: other }, server }) => {
  const clientId = await aClient(server.owner, {
    organizationId: setting.municipalityId,
    handlerId: setting.sanna.personId,
    homeMunicipality: '286',
  });
  await anInforming(server.owner, { clientId, serviceId: setting.serviceId });
  const { id } = await acting.referral({ ...setting, clientId }, 'declined');
  return { params: { referralId: id }, body: { serviceId: other.id } };
};

/** What the association has been asked to delete of the referral. */
const deletionTask: Make = async ({ world: { referral: seen, setting }, server }) => {
  await server.owner.query('delete from deletion_task');
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into deletion_task (referral_id, organization_id, sender_organization_id, case_number, cause, asked_at, due_on)
     select id, provider_organization_id, sender_organization_id, case_number, 'consentWithdrawn', '2026-11-24T06:00Z', '2026-12-08' from referral where id = $1 returning id`,
    [seen.id],
  );
  return { params: { taskId: rows[0]?.id ?? setting.clientId }, body: { kept: [] } };
};

/** Those that a second one cannot follow: what they change is a version, a status or an own session. */
export const spending: ReadonlySet<string> = new Set([
  'PUT /organization',
  'PUT /organization/identity-provider',
  'PUT /services/:serviceId/editing',
  'POST /services/:serviceId/pause',
  'POST /services/:serviceId/archive',
  'POST /services/:serviceId/confirm',
  'POST /services/:serviceId/publish',
  'PUT /offerings/:offeringId',
  'PUT /offerings/:offeringId/free-places',
  'PUT /clients/:clientId',
  'PUT /referrals/:referralId',
  'POST /referrals/:referralId/transitions (accept)',
  'POST /referrals/:referralId/transitions (withdraw)',
  'POST /conversations/:conversationId/messages/:seq/edits',
  'POST /conversations/:conversationId/messages/:seq/redaction',
  'DELETE /conversations/:conversationId/attachments/:attachmentId',
]);

/** One for each line of the table; what stands in brackets there tells apart two lines of one route. */
export const examples: Record<string, Make> = {
  'POST /session': () => ({ body: { email: `${randomUUID()}@people.example`, password: 'väärä salasana' } }),
  'POST /session/acting': ({ caller }) => ({ body: { membershipId: caller?.membershipId ?? randomUUID() } }),
  'POST /session/acting (for another person)': async ({ world }) => ({
    body: { membershipId: world.setting.outi.membershipId },
  }),
  ...accountExamples,
  ...memberExamples,
  ...privacyExamples,
  'PUT /session/language': () => ({ body: { language: 'sv' } }),
  'PUT /organization': () => ({ body: { version: 1, languages: ['fi'] } }),
  'POST /substitutions': substitution(({ setting, people }, caller) => {
    const inAssociation = caller?.organizationId === setting.associationId;
    const substitute = inAssociation
      ? setting.outi
      : caller === people.colleague
        ? setting.marja
        : people.colleague;
    return { substituteMembershipId: substitute?.membershipId };
  }),
  'POST /substitutions (for the handler)': substitution(({ setting, people }) => ({
    membershipId: setting.sanna.membershipId,
    substituteMembershipId: people.colleague?.membershipId,
  })),
  'DELETE /substitutions/:substitutionId': async ({ world: { setting, people }, server }) => ({
    params: {
      substitutionId: await aSubstitution(server.owner, {
        organizationId: setting.municipalityId,
        membershipId: setting.sanna.membershipId,
        substituteMembershipId: people.colleague?.membershipId ?? '',
        validFrom: '2026-12-01',
      }),
    },
  }),

  'GET /search-suggestions': () => ({ query: { q: 'paja' } }),
  'GET /services/:serviceId': ({ world }) => ({ params: { serviceId: world.ownService.id } }),
  'GET /services/:serviceId/similar': ({ world }) => ({ params: { serviceId: world.ownService.id } }),
  'POST /services': () => ({ body: { content: aContent() } }),
  'GET /services/:serviceId/editing': ({ world }) => ({ params: { serviceId: world.ownService.id } }),
  'PUT /services/:serviceId/editing': ({ world }) => ({
    params: { serviceId: world.ownService.id },
    body: { version: world.ownService.version, content: aContent() },
  }),
  'POST /services/:serviceId/publish': async (asking) => {
    await asking.server.owner.query(`update service set status = 'paused' where id = $1`, [
      asking.world.ownService.id,
    ]);
    return ownService(asking);
  },
  'POST /services/:serviceId/pause': ownService,
  'POST /services/:serviceId/archive': ownService,
  'POST /services/:serviceId/confirm': ownService,
  'POST /services/:serviceId/offerings': ({ world }) => ({
    params: { serviceId: world.ownService.id },
    body: {
      offering: { intake: 'continuous', capacityMax: 4, startInstructions: { fi: 'Tule pääovelle.' } },
    },
  }),
  'PUT /offerings/:offeringId': ({ world }) => ({
    params: { offeringId: world.ownService.offeringId },
    body: {
      version: 1,
      offering: { intake: 'continuous', capacityMax: 8, startInstructions: { fi: 'Tule pääovelle.' } },
    },
  }),
  'PUT /offerings/:offeringId/free-places': ({ world }) => ({
    params: { offeringId: world.ownService.offeringId },
    body: { version: 1, freePlaces: 3 },
  }),

  'POST /clients': () => ({ body: aNewClient }),
  'POST /clients/search': () => ({ body: { name: 'kana' } }),
  'GET /clients/:clientId': ({ world }) => ({ params: { clientId: world.setting.clientId } }),
  'PUT /clients/:clientId': ({ world }) => ({
    params: { clientId: world.setting.clientId },
    body: { ...aNewClient, version: 1 },
  }),
  'GET /clients/:clientId/records': ({ world }) => ({ params: { clientId: world.setting.clientId } }),
  'GET /clients/:clientId/disclosure/:serviceId': (asking) => ({ params: clientAndService(asking) }),
  'POST /clients/:clientId/disclosure/:serviceId/informing': (asking) => ({
    params: clientAndService(asking),
    body: { textId: asking.world.textIds.informing, language: 'fi', way: 'in_person' },
  }),
  'POST /clients/:clientId/disclosure/:serviceId/consent': ({ world }) => ({
    params: { clientId: world.setting.clientId, serviceId: world.consentServiceId },
    body: { textId: world.textIds.consent, language: 'fi', way: 'in_person', validUntil: '2027-01-31' },
  }),
  'POST /clients/:clientId/disclosure/:serviceId/consent/withdrawal': async ({ world, server }) => {
    const params = { clientId: world.setting.clientId, serviceId: world.consentServiceId };
    await aConsent(server.owner, params);
    return { params };
  },
  'GET /clients/:clientId/receiver-card/:serviceId': (asking) => ({ params: clientAndService(asking) }),

  'POST /log/search': () => ({ body: {} }),
  'GET /clients/:clientId/copy/preview': (asking) => ({
    params: { clientId: asking.world.setting.clientId },
  }),
  'GET /clients/:clientId/copy': (asking) => ({ params: { clientId: asking.world.setting.clientId } }),
  'GET /clients/:clientId/looks': (asking) => ({ params: { clientId: asking.world.setting.clientId } }),
  'POST /emergency-openings': async ({ world, server }) => {
    const { rows } = await server.owner.query<{ case_number: string }>(
      'select case_number from referral where id = $1',
      [world.referral.id],
    );
    return {
      body: {
        caseNumber: rows[0]?.case_number,
        purpose: 'handlerAway',
        explanation: 'Asiakas odottaa, eikä hoitaja vastaa.',
      },
    };
  },
  'GET /referrals/:referralId/deletion-tasks': referral(({ referral: seen }) => seen),
  'POST /deletion-tasks/:taskId/confirmation': deletionTask,

  'POST /referrals': ({ world }) => ({
    body: { clientId: world.setting.clientId, serviceId: world.ownService.id },
  }),
  'GET /referrals/:referralId': referral(({ referral: seen }) => seen),
  'GET /referrals/:referralId (draft)': referral(({ draft }) => draft),
  'PUT /referrals/:referralId': ({ world }) => ({
    params: { referralId: world.draft.id },
    body: { version: world.draft.version, serviceId: world.consentServiceId },
  }),
  'POST /referrals/:referralId/transitions (accept)': ({ world: { referral: seen, setting } }) => ({
    params: { referralId: seen.id },
    body: {
      action: 'accept',
      version: seen.version,
      offeringId: setting.offeringId,
      firstMeetingAt: '2026-11-26T13:00:00+02:00',
    },
  }),
  'POST /referrals/:referralId/transitions (withdraw)': ({ world: { referral: seen } }) => ({
    params: { referralId: seen.id },
    body: { action: 'withdraw', version: seen.version, reason: 'moved' },
  }),
  'POST /referrals/:referralId/refer-again': declined,
  'GET /referrals/:referralId/proposals': referral(({ referral: seen }) => seen),

  'POST /notifications/seen': ({ world }) => ({ body: { referralId: world.referral.id } }),
  'PUT /notification-settings': () => ({ body: { channels: { message: 'digest' } } }),

  'GET /referrals/:referralId/conversations': referral(({ referral: seen }) => seen),
  'GET /conversations/:conversationId/entries': conversation('shared'),
  'GET /conversations/:conversationId/entries (notes of the municipality)': conversation('senderNotes'),
  'GET /conversations/:conversationId/entries (notes of the association)': conversation('providerNotes'),
  'POST /conversations/:conversationId/messages': sendTo('shared'),
  'POST /conversations/:conversationId/messages (notes of the municipality)': sendTo('senderNotes'),
  'POST /conversations/:conversationId/messages (notes of the association)': sendTo('providerNotes'),
  'POST /conversations/:conversationId/messages/:seq/edits': async (asking) => ({
    ...(await handlersMessage(asking)),
    body: message('Soitin eilen.'),
  }),
  'POST /conversations/:conversationId/messages/:seq/redaction': handlersMessage,
  'GET /referrals/:referralId/attachments': referral(({ referral: seen }) => seen),
  'PUT /conversations/:conversationId/attachments/:attachmentId': upload('shared'),
  'PUT /conversations/:conversationId/attachments/:attachmentId (notes of the municipality)':
    upload('senderNotes'),
  'GET /conversations/:conversationId/attachments/:attachmentId': file('sent'),
  'GET /conversations/:conversationId/attachments/:attachmentId (notes of the municipality)': file('ofNotes'),
  'GET /conversations/:conversationId/attachments/:attachmentId (not sent yet)': file('pending'),
  'DELETE /conversations/:conversationId/attachments/:attachmentId': file('pending'),
  'POST /conversations/:conversationId/messages/:seq/recall': async (asking) => ({
    params: { conversationId: asking.world.conversations.shared, seq: String(await freshMessage(asking)) },
  }),
  'PUT /conversations/:conversationId/messages/:seq/items/:item': async (asking) => ({
    params: {
      conversationId: asking.world.conversations.shared,
      seq: String(await freshMessage(asking, { card: { kind: 'checklist' } })),
      item: '0',
    },
    body: { done: true },
  }),
  'GET /conversations/:conversationId/team': conversation('shared'),
  'POST /conversations/search': () => ({ body: { words: 'soitin' } }),
  'POST /conversations/:conversationId/unread': ({ world }) => ({
    params: { conversationId: world.conversations.shared },
    body: { from: 1 },
  }),
  'POST /conversations/:conversationId/resolution': ({ world }) => ({
    params: { conversationId: world.conversations.shared },
    body: { resolved: true },
  }),
  'PUT /conversations/:conversationId/snooze': ({ world }) => ({
    params: { conversationId: world.conversations.shared },
    body: { until: '2026-12-01' },
  }),
  'PUT /conversations/:conversationId/draft': async ({ world, server }) => {
    await server.owner.query('delete from message_draft');
    return {
      params: { conversationId: world.conversations.shared },
      body: { version: 0, body: 'Soitan huomenna' },
    };
  },
  'POST /referrals/:referralId/meetings/:seq/answer': async (asking) => ({
    params: {
      referralId: asking.world.referral.id,
      seq: String(await freshMessage(asking, { card: meeting })),
    },
    body: { ...message('Sopii.'), time: meeting.times[0] },
  }),
  'POST /referrals/:referralId/agreements/:seq/answer': async (asking) => ({
    params: {
      referralId: asking.world.referral.id,
      seq: String(await freshMessage(asking, { card: { kind: 'agreement' } })),
    },
    body: { ...message('Näin sovittiin.'), verdict: 'confirmed' },
  }),
  'POST /referrals/:referralId/document-requests/:seq/answer': async (asking) => ({
    params: {
      referralId: asking.world.referral.id,
      seq: String(await freshMessage(asking, { card: { kind: 'documentRequest', document: 'decision' } })),
    },
    body: { ...message('Emme voi antaa sitä.'), given: false },
  }),
  'GET /referrals/:referralId/conversation.pdf': referral(({ referral: seen }) => seen),
  'POST /message-templates': () => ({
    body: { name: { fi: 'Aloitus siirtyy' }, body: { fi: 'Aloitus siirtyy. Asia {caseNumber}.' } },
  }),
  'PUT /message-templates/:templateId': async (asking) => ({
    params: await aTemplate(asking),
    body: { version: 1, name: { fi: 'Ei saatu kiinni' }, body: { fi: 'En saanut kiinni.' } },
  }),
  'DELETE /message-templates/:templateId': async (asking) => ({
    params: await aTemplate(asking),
    query: { version: 1 },
  }),
  'POST /conversations/:conversationId/read': ({ world }) => ({
    params: { conversationId: world.conversations.shared },
    body: { upTo: 1 },
  }),
};
