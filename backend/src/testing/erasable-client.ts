import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { anAttachment } from './attachments.js';
import { signedIn, type SignedIn } from './people.js';
import { Acting, aReferralSetting, type AReferralSetting, type ReferralSetting } from './referrals.js';
import type { TestServer } from './test-server.js';
import { tellOfMessages } from './tell-of-messages.js';

/** A word of the client's in everything that can hold one. */
export const canary = 'kanarialintunen';
export const words = (what: string): string => `${canary} ${what}`;

export interface Erasable {
  setting: ReferralSetting;
  leader: SignedIn;
  officer: SignedIn;
  referralId: string;
  caseNumber: string;
  sharedId: string;
}

/** A case with words, notes, a file, drafts, questions and notifications, in the state that it has come to. */
export const anErasableClient = async (
  server: TestServer,
  given: AReferralSetting = {},
  status: ReferralStatus = 'completed',
): Promise<Erasable> => {
  const acting = new Acting(server);
  const setting = await aReferralSetting(server, {
    ...given,
    client: {
      firstName: words('etunimi'),
      surname: words('sukunimi'),
      goal: words('tavoite, joka on hänen oma'),
      contact: { phone: '+358 40 111 2233', wishes: words('toive') },
      ...given.client,
    },
  });
  const { sanna, pekka, municipalityId } = setting;
  const drafted = await acting.draft(setting, {
    goal: words('tavoite ohjauksessa'),
    background: words('tausta'),
    agreed: words('sovittu'),
    contactWishes: words('yhteys'),
  });
  const sent = await acting.act(sanna, drafted.body, { action: 'send' });
  let at = (await acting.read(pekka, sent.id)).body as { id: string; version: number };
  at = await acting.act(pekka, at, {
    action: 'ask',
    questions: [{ field: 'language', question: words('kysymys') }],
  });
  const { questions } = (await acting.read(sanna, sent.id)).body;
  at = await acting.act(sanna, at, {
    action: 'answer',
    answers: questions.map(({ id }) => ({ questionId: id, answer: words('vastaus') })),
  });
  const talks = (
    await server.call(messagingRoutes.ofReferral, { params: { referralId: sent.id as never } }, sanna)
  ).body.conversations;
  const idOf = (shared: boolean) =>
    talks.find(({ audience }) => (audience === 'shared') === shared)?.id ?? '';
  const say = (who: SignedIn, conversationId: string, body: string) =>
    server.call(
      messagingRoutes.send,
      {
        params: { conversationId: conversationId as never },
        body: { clientMessageId: randomUUID() as never, body },
      },
      who,
    );
  await say(sanna, idOf(true), words('viesti'));
  await say(pekka, idOf(true), words('toinen viesti'));
  await say(sanna, idOf(false), words('muistiinpano'));
  await anAttachment(server, sanna, idOf(true));
  await server.call(
    messagingRoutes.saveDraft,
    { params: { conversationId: idOf(true) as never }, body: { version: 0, body: words('luonnos') } },
    pekka,
  );
  await tellOfMessages(server);
  if (status === 'declined')
    at = await acting.act(pekka, at, { action: 'decline', reason: 'other', note: words('syy') } as never);
  else {
    at = await acting.act(pekka, at, {
      action: 'accept',
      offeringId: setting.offeringId,
      firstMeetingAt: '2026-11-26T13:00:00+02:00',
    });
    at = await acting.act(pekka, at, { action: 'start', startDate: '2026-11-24' });
    if (status === 'completed') {
      at = await acting.act(pekka, at, { action: 'finish', endDate: '2026-11-24', early: false });
      at = await acting.act(pekka, at, {
        action: 'report',
        outcome: 'achieved',
        exitCode: 'next_service',
        note: words('arvio'),
      } as never);
      await acting.act(sanna, at, { action: 'approve' });
    }
  }
  const member = (role: 'serviceManager' | 'dataProtectionOfficer') =>
    signedIn(server.owner, { organizationId: municipalityId, role, givenName: 'Liisa', surname: 'Vainio' });
  const { rows } = await server.owner.query<{ case_number: string }>(
    'select case_number from referral where id = $1',
    [sent.id],
  );
  return {
    setting,
    leader: await member('serviceManager'),
    officer: await member('dataProtectionOfficer'),
    referralId: sent.id,
    caseNumber: rows[0]?.case_number ?? '',
    sharedId: idOf(true),
  };
};
