import { loadDisclosureTexts } from '../features/client/load-disclosure-texts.js';
import { anAttachment } from './attachments.js';
import { aContent, aPublishedService } from './published-services.js';
import { everybody, type Principal } from './principals.js';
import type { SignedIn } from './people.js';
import { Acting, aReferralSetting, type AReferralSetting, type ReferralSetting } from './referrals.js';
import { aService } from './services.js';
import type { TestServer } from './test-server.js';

/** Secrets that stand nowhere but in this world: whoever finds one in an answer has read what it is from. */
export const canaries = {
  surname: 'Kanarianen',
  phone: '+358 40 987 0001',
  identityCode: '020290-9968',
  wishes: 'soita kanarialle',
  goal: 'Haluaisin kanarian lailla laulaa aamuisin.',
  note: 'muistio kanariasta',
};

/** One client, one referral that the association has seen, its conversations with a message and a note, a draft, and services. */
export interface World {
  setting: ReferralSetting;
  people: Record<Principal, SignedIn | undefined>;
  acting: Acting;
  referral: { id: string; version: number };
  draft: { id: string; version: number };
  conversations: { shared: string; senderNotes: string; providerNotes: string };
  /** The handler's files: sent to both sides, sent among the notes, and not sent yet. */
  files: Record<'sent' | 'ofNotes' | 'pending', { conversationId: string; attachmentId: string }>;
  /** A service of the association whose regime needs consent, and a draft that only it sees. */
  consentServiceId: string;
  ownService: { id: string; version: number; offeringId: string };
  textIds: { informing: string; consent: string };
}

export const aWorld = async (server: TestServer, given: AReferralSetting['client'] = {}): Promise<World> => {
  const { owner } = server;
  await loadDisclosureTexts(owner);
  const setting = await aReferralSetting(server, {
    client: {
      surname: canaries.surname,
      identityCode: canaries.identityCode,
      goal: canaries.goal,
      contact: { phone: canaries.phone, wishes: canaries.wishes },
      ...given,
    },
  });
  const { municipalityId, associationId, sanna, kaisa, pekka } = setting;
  const acting = new Acting(server);
  const drafted = await acting.draft(setting, { goal: canaries.goal });
  const sent = await acting.act(sanna, drafted.body, { action: 'send' });
  const referral = (await acting.read(pekka, sent.id)).body;
  const consentServiceId = await aService(owner, {
    organizationId: associationId,
    dataRegime: 'own',
    municipalities: ['286'],
  });
  const { rows: texts } = await owner.query<{ kind: 'informing' | 'consent'; id: string }>(
    'select kind, id from disclosure_text',
  );
  const { rows: conversations } = await owner.query<{ id: string; audience: string | null }>(
    'select id, audience_organization_id as audience from conversation where referral_id = $1',
    [referral.id],
  );
  const textOf = (kind: string) => texts.find((text) => text.kind === kind)?.id ?? '';
  const conversationOf = (audience: string | null) =>
    conversations.find((one) => one.audience === audience)?.id ?? '';
  const own = await aPublishedService(server, kaisa, aContent());
  const talks = {
    shared: conversationOf(null),
    senderNotes: conversationOf(municipalityId),
    providerNotes: conversationOf(associationId),
  };
  return {
    setting,
    people: await everybody(server, setting),
    acting,
    referral,
    draft: (await acting.draft({ ...setting, serviceId: consentServiceId })).body,
    conversations: talks,
    files: {
      sent: await anAttachment(server, sanna, talks.shared),
      ofNotes: await anAttachment(server, sanna, talks.senderNotes),
      pending: await anAttachment(server, sanna, talks.shared, { isSent: false }),
    },
    consentServiceId,
    ownService: { id: own.id, version: own.version, offeringId: own.offerings[0]?.id ?? '' },
    textIds: { informing: textOf('informing'), consent: textOf('consent') },
  };
};
