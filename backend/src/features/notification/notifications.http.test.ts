import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import PostalMime, { type Email } from 'postal-mime';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { aSubstitution } from '../../testing/clients.js';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { tellOfMessages } from '../../testing/tell-of-messages.js';
import { referenceInstant, setClock, startTestServer, type TestServer } from '../../testing/test-server.js';
import { until } from '../../testing/until.js';

/** Others who wait for the end of the asking transaction. */
const waiting = `select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid`;

describe('notifications', () => {
  let server: TestServer;
  let post: MailServer;
  let acting: Acting;
  let setting: ReferralSetting;

  beforeAll(async () => {
    post = await aMailServer();
    server = await startTestServer({ SMTP_URL: post.url, PUBLIC_ORIGIN: 'http://rinnalla.example' });
    acting = new Acting(server);
  });
  beforeEach(async () => {
    setClock(server, referenceInstant);
    await server.owner.query('delete from job; delete from notification; delete from notification_setting');
    await server.get(Jobs).onApplicationBootstrap();
    setting = await aReferralSetting(server);
    post.received.length = 0;
  });
  afterAll(async () => {
    await server.stop();
    await post.stop();
  });

  const work = () => server.get(JobWorker).runDue();
  const at = async (instant: string) => {
    setClock(server, instant);
    await work();
  };
  const aMomentLater = () => tellOfMessages(server);
  const inTenMinutes = () => at('2026-11-24T08:11:00+02:00');
  const list = async (who: SignedIn) => (await server.call(notificationRoutes.list, {}, who)).body;
  const kinds = async (who: SignedIn) => (await list(who)).items.map(({ kind }) => kind);
  const mails = () => Promise.all(post.received.map(({ raw }) => PostalMime.parse(raw)));
  const mailed = async () => (await mails()).map(addresseeOf).toSorted();
  const addressOf = (...people: SignedIn[]) =>
    people.map(({ personId }) => `${personId}@people.example`).toSorted();
  const choose = (who: SignedIn, channels: Record<string, 'now' | 'digest' | 'none'>) =>
    server.call(notificationRoutes.changeSettings, { body: { channels } }, who);
  const sharedOf = async ({ id }: { id: string }, who: SignedIn) => {
    const { body } = await server.call(messagingRoutes.ofReferral, { params: { referralId: id } }, who);
    return body.conversations.find(({ audience }) => audience === 'shared')?.id ?? '';
  };
  const write = async (
    referral: { id: string },
    who: SignedIn,
    body = 'Soitin Annalle.',
    mentions: string[] = [],
  ) =>
    server.call(
      messagingRoutes.send,
      {
        params: { conversationId: await sharedOf(referral, who) },
        body: { clientMessageId: randomUUID(), body, mentions },
      },
      who,
    );
  const read = async (referral: { id: string }, who: SignedIn) =>
    server.call(
      messagingRoutes.markRead,
      { params: { conversationId: await sharedOf(referral, who) }, body: { upTo: 99 } },
      who,
    );
  /** Accepted by Pekka, everything so far seen. */
  const accepted = async () => {
    const referral = await acting.referral(setting, 'accepted');
    await work();
    await server.owner.query('delete from notification; delete from job');
    return referral;
  };

  describe('tell', () => {
    it('everybody of the association of a new referral that nobody has taken', async () => {
      const referral = await acting.referral(setting, 'sent');
      const { caseNumber } = (await acting.read(setting.sanna, referral.id)).body;
      await work();

      const { items, unseen } = await list(setting.outi);
      expect(items).toEqual([
        expect.objectContaining({
          kind: 'newReferral',
          referralId: referral.id,
          caseNumber,
          firstName: 'Anna',
          seen: false,
          count: 1,
        }),
      ]);
      expect([
        unseen,
        await kinds(setting.pekka),
        await kinds(setting.kaisa),
        await kinds(setting.sanna),
      ]).toEqual([1, ['newReferral'], ['newReferral'], []]);
    });

    it('the handler of what the association does, and not who did it', async () => {
      await acting.referral(setting, 'started');
      await work();

      expect([await kinds(setting.sanna), await kinds(setting.marja)]).toEqual([['started', 'accepted'], []]);
      expect(await kinds(setting.pekka)).toEqual(['newReferral']);
    });

    it('the one who took it, once it is taken, and who stands in for them', async () => {
      const referral = await accepted();
      await aSubstitution(server.owner, {
        organizationId: setting.associationId,
        membershipId: setting.pekka.membershipId,
        substituteMembershipId: setting.outi.membershipId,
      });
      await write(referral, setting.sanna);
      await aMomentLater();

      expect([await kinds(setting.pekka), await kinds(setting.outi), await kinds(setting.kaisa)]).toEqual([
        ['message'],
        ['message'],
        [],
      ]);
    });

    it('of many messages as one, until it is seen', async () => {
      const referral = await accepted();
      for (const body of ['Yksi', 'Kaksi', 'Kolme']) await write(referral, setting.sanna, body);
      await aMomentLater();
      await write(referral, setting.sanna, 'Neljä');
      await aMomentLater();
      const before = (await list(setting.pekka)).items;
      await read(referral, setting.pekka);
      await write(referral, setting.sanna, 'Viisi');
      await aMomentLater();

      expect(before.map(({ kind, count }) => [kind, count])).toEqual([['message', 4]]);
      expect((await list(setting.pekka)).items.map(({ count, seen }) => [count, seen])).toEqual([
        [1, false],
        [4, true],
      ]);
    });

    it('nobody of a message at once, and nobody who has read it by then', async () => {
      const referral = await accepted();
      await write(referral, setting.sanna);
      await work();
      const atOnce = await kinds(setting.pekka);
      await read(referral, setting.pekka);
      await aMomentLater();

      expect([atOnce, await kinds(setting.pekka)]).toEqual([[], []]);
    });

    it('nobody of a message that was removed by then', async () => {
      const referral = await accepted();
      const { body } = await write(referral, setting.sanna);
      await server.call(
        messagingRoutes.redact,
        { params: { conversationId: await sharedOf(referral, setting.sanna), seq: body.seq } },
        setting.sanna,
      );
      await aMomentLater();

      expect(await kinds(setting.pekka)).toEqual([]);
    });

    it('of a message too that is being committed while they are told of the one before', async () => {
      const referral = await accepted();
      await write(referral, setting.sanna, 'Yksi');
      const conversationId = await sharedOf(referral, setting.sanna);
      let told: Promise<unknown> | undefined;
      const writer = await server.owner.connect();
      try {
        await writer.query('begin');
        await writer.query(
          `with place as (update conversation set last_seq = last_seq + 1 where id = $1 returning id, last_seq)
           insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, client_message_id, body)
           select id, last_seq, 'message', now(), $2, 'Sanna Koskinen', $3, gen_random_uuid(), 'Kaksi' from place`,
          [conversationId, setting.sanna.personId, setting.municipalityId],
        );
        told = aMomentLater();
        await until(async () => (await writer.query(waiting)).rowCount === 1);
        await writer.query('commit');
      } finally {
        writer.release(true);
      }
      await told;

      expect((await list(setting.pekka)).items.map(({ kind, count }) => [kind, count])).toEqual([
        ['message', 2],
      ]);
    });

    it('who was called by name, once', async () => {
      const referral = await accepted();
      await write(referral, setting.sanna, 'Pekka, katsotko?', [setting.pekka.membershipId]);
      await aMomentLater();

      expect(await kinds(setting.pekka)).toEqual(['mention']);
    });

    it('of a non-disclosure client only who must know', async () => {
      setting = await aReferralSetting(server, { client: { nonDisclosure: true } });
      await acting.referral(setting, 'declined');
      await work();

      expect([await kinds(setting.sanna), await kinds(setting.marja)]).toEqual([['declined'], []]);
    });

    it('nobody whose right has ended meanwhile', async () => {
      const { id } = await acting.referral(setting, 'sent');
      await work();
      await server.owner.query(`delete from notification where membership_id <> $1`, [
        setting.outi.membershipId,
      ]);
      const before = (await list(setting.outi)).unseen;
      await server.owner.query(`update referral set provider_organization_id = $1 where id = $2`, [
        (await aReferralSetting(server)).associationId,
        id,
      ]);

      expect([before, await list(setting.outi)]).toEqual([1, { items: [], next: null, unseen: 0 }]);
    });
  });

  describe('are seen', () => {
    it('all up to one, and no later one', async () => {
      await acting.referral(setting, 'started');
      await work();
      const [newest, older] = (await list(setting.sanna)).items;

      const { body } = await server.call(
        notificationRoutes.markSeen,
        { body: { upTo: older!.id } },
        setting.sanna,
      );

      expect([newest!.kind, body.unseen]).toEqual(['started', 1]);
    });

    it('by who sees them, and by nobody else for them', async () => {
      const { id } = await acting.referral(setting, 'sent');
      await work();

      await server.call(notificationRoutes.markSeen, { body: { referralId: id } }, setting.pekka);

      expect([(await list(setting.pekka)).unseen, (await list(setting.outi)).unseen]).toEqual([0, 1]);
    });

    it('in pages', async () => {
      await acting.referral(setting, 'started');
      await work();
      const first = await server.call(notificationRoutes.list, { query: { limit: 1 } }, setting.sanna);

      const second = await server.call(
        notificationRoutes.list,
        { query: { limit: 1, after: first.body.next! } },
        setting.sanna,
      );

      expect([first, second].map(({ body }) => [body.items[0]?.kind, body.next !== null])).toEqual([
        ['started', true],
        ['accepted', false],
      ]);
    });
  });

  describe('by mail', () => {
    it('leave after ten minutes, with the case’s number and a link and nothing else', async () => {
      const { id } = await acting.referral(setting, 'sent');
      const { caseNumber } = (await acting.read(setting.sanna, id)).body;
      await work();
      const before = post.received.length;
      await inTenMinutes();

      expect([before, await mailed()]).toEqual([0, addressOf(setting.pekka, setting.outi, setting.kaisa)]);
      const [first] = await mails();
      expect(first?.subject).toBe(`Uusi tapahtuma asiassa ${caseNumber}`);
      expect(first?.text?.replaceAll('\r', '').trim()).toBe(
        `Kirjaudu ja avaa asia:\nhttp://rinnalla.example/asiat/${id}\n\nSähköpostissa ei ole tietoja asiakkaasta.\n\nValitse, mistä saat sähköpostia:\nhttp://rinnalla.example/ilmoitukset/asetukset`,
      );
    });

    it('speak the receiver’s language', async () => {
      await server.owner.query(`update person set language = 'sv' where id = $1`, [setting.pekka.personId]);
      await server.owner.query(`update person set language = 'en' where id = $1`, [setting.outi.personId]);
      await acting.referral(setting, 'sent');
      await work();
      await inTenMinutes();

      expect(
        (await mails()).map((mail) => mail.subject?.split(/ i? ?(asiassa|ärende|case) /)[0] ?? '').toSorted(),
      ).toEqual(['Ny händelse', 'Something new in', 'Uusi tapahtuma']);
    });

    it('do not leave when it was seen meanwhile', async () => {
      const referral = await acting.referral(setting, 'sent');
      await work();
      await server.call(notificationRoutes.markSeen, { body: { referralId: referral.id } }, setting.pekka);
      await inTenMinutes();

      expect(await mailed()).toEqual(addressOf(setting.outi, setting.kaisa));
    });

    it('come once for a case until it is visited', async () => {
      const referral = await accepted();
      await write(referral, setting.sanna, 'Yksi');
      await aMomentLater();
      await inTenMinutes();
      await write(referral, setting.sanna, 'Kaksi');
      await write(referral, setting.sanna, 'Pekka, katsotko?', [setting.pekka.membershipId]);
      await at('2026-11-24T09:00:00+02:00');
      const unvisited = await mailed();
      await server.call(notificationRoutes.markSeen, { body: { referralId: referral.id } }, setting.pekka);
      await write(referral, setting.sanna, 'Kolme');
      await aMomentLater();
      await at('2026-11-24T10:00:00+02:00');

      expect([unvisited, await mailed()]).toEqual([
        addressOf(setting.pekka),
        addressOf(setting.pekka, setting.pekka),
      ]);
    });

    it.each([
      [
        'whose role has ended',
        (one: SignedIn) =>
          server.owner.query(`update membership set valid_to = '2026-11-23' where id = $1`, [
            one.membershipId,
          ]),
      ],
      [
        'who may not sign in any more',
        (one: SignedIn) =>
          server.owner.query('update person set disabled_at = now() where id = $1', [one.personId]),
      ],
      ['who has turned them off meanwhile', (one: SignedIn) => choose(one, { newReferral: 'none' })],
    ])('never reach one %s', async (_, happens) => {
      await acting.referral(setting, 'sent');
      await work();
      await happens(setting.pekka);
      await inTenMinutes();

      expect(await mailed()).toEqual(addressOf(setting.outi, setting.kaisa));
    });

    it('never tell a former handler of a client who became a non-disclosure one', async () => {
      const referral = await acting.referral(setting, 'declined');
      await work();
      await server.owner.query(
        'update client set non_disclosure = true, home_municipality_code = null where id = $1',
        [setting.clientId],
      );
      await server.owner.query('update referral set handler_id = $1 where id = $2', [
        setting.marja.personId,
        referral.id,
      ]);
      await inTenMinutes();

      expect((await mailed()).filter((address) => addressOf(setting.sanna).includes(address))).toEqual([]);
    });
  });

  describe('by digest', () => {
    const saturday = '2026-11-28T12:00:00+02:00';
    const monday = '2026-11-30T07:46:00+02:00';

    it('wait over the weekend, and come at a quarter to eight on Monday, once', async () => {
      setClock(server, saturday);
      const { id } = await acting.referral(setting, 'sent');
      const { caseNumber } = (await acting.read(setting.sanna, id)).body;
      await work();
      for (const instant of [
        '2026-11-28T12:11:00+02:00',
        '2026-11-29T07:46:00+02:00',
        '2026-11-30T07:44:00+02:00',
      ])
        await at(instant);
      const before = post.received.length;
      await at(monday);
      await at('2026-12-01T07:46:00+02:00');

      expect([before, await mailed()]).toEqual([0, addressOf(setting.pekka, setting.outi, setting.kaisa)]);
      const [first] = await mails();
      expect([
        first?.subject,
        first?.text?.includes(`${caseNumber}: http://rinnalla.example/asiat/`),
      ]).toEqual(['Yhdessä asiassa on uutta', true]);
    });

    it('do not wait when the referral is urgent', async () => {
      setClock(server, saturday);
      const { body } = await acting.draft(setting, { urgency: 'K1', urgencyReason: 'housing' } as never);
      await acting.act(setting.sanna, body, { action: 'send' });
      await work();
      await at('2026-11-28T12:11:00+02:00');

      expect(await mailed()).toEqual(addressOf(setting.pekka, setting.outi, setting.kaisa));
    });

    it('hold what the reader wants with the digest, and not what they want not at all', async () => {
      await choose(setting.pekka, { newReferral: 'digest' });
      await choose(setting.outi, { newReferral: 'none' });
      await acting.referral(setting, 'sent');
      await work();
      await inTenMinutes();
      const now = await mailed();
      await at('2026-11-25T07:46:00+02:00');

      expect([now, await mailed()]).toEqual([
        addressOf(setting.kaisa),
        addressOf(setting.kaisa, setting.pekka),
      ]);
    });
  });

  describe('as one chooses', () => {
    it('are kept for each person, and known afterwards', async () => {
      await choose(setting.pekka, { message: 'none' });
      await choose(setting.pekka, { mention: 'digest' });

      const { body } = await server.call(notificationRoutes.readSettings, {}, setting.pekka);
      const others = await server.call(notificationRoutes.readSettings, {}, setting.outi);
      expect([
        body.channels.message,
        body.channels.mention,
        body.channels.declined,
        others.body.channels.message,
      ]).toEqual(['none', 'digest', 'now', 'now']);
    });

    it('are no other kinds and channels than there are', async () => {
      const { status } = await choose(setting.pekka, { message: 'telegram' } as never);
      const unknown = await choose(setting.pekka, { gossip: 'now' });

      expect([status, unknown.status]).toEqual([400, 400]);
    });
  });

  it('of another organization stay there: each membership has its own list', async () => {
    await acting.referral(setting, 'sent');
    await work();
    const elsewhere = await signedIn(server.owner, {
      organizationId: (await aReferralSetting(server)).associationId,
      role: 'providerWorker',
    });
    await server.owner.query('update notification set person_id = $1 where membership_id = $2', [
      elsewhere.personId,
      setting.pekka.membershipId,
    ]);

    expect((await list(elsewhere)).items).toEqual([]);
  });
});

const addresseeOf = ({ to }: Email): string => to?.[0]?.address ?? '';
