import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { plansOf } from '../../testing/query-plan.js';
import { aSharedCase, moveReferral } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('drafts, searching and ready messages', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const say = async (conversationId: string, by: SignedIn, body: string): Promise<number> =>
    (
      await server.call(
        messagingRoutes.send,
        { params: { conversationId }, body: { clientMessageId: randomUUID(), body } },
        by,
      )
    ).body.seq;

  describe('a draft', () => {
    const save = (conversationId: string, by: SignedIn, version: number, body: string) =>
      server.call(messagingRoutes.saveDraft, { params: { conversationId }, body: { version, body } }, by);
    const draftsOf = async (referralId: string, by: SignedIn) =>
      (await server.call(messagingRoutes.ofReferral, { params: { referralId } }, by)).body.conversations.map(
        ({ draft }) => draft?.body,
      );

    it('is one’s own, for each box of each case', async () => {
      const { referralId, sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
      const colleague = await signedIn(server.owner, { organizationId: coach.organizationId, role: 'coach' });

      expect((await save(sharedId, coach, 0, 'Hei Pekka')).body).toEqual({ version: 1 });
      await save(senderNotesId, coach, 0, 'Muista tulkki');

      expect(await draftsOf(referralId, coach)).toEqual(['Hei Pekka', 'Muista tulkki']);
      expect([await draftsOf(referralId, colleague), await draftsOf(referralId, worker)]).toEqual([
        ['', ''],
        ['', ''],
      ]);
      expect((await save(senderNotesId, worker, 0, 'Hei')).status).toBe(404);
    });

    it('is not overwritten unseen from another device', async () => {
      const { referralId, sharedId, coach } = await aSharedCase(server.owner);
      await save(sharedId, coach, 0, 'Puhelimella');

      const blind = await save(sharedId, coach, 0, 'Tietokoneella');
      const old = await save(sharedId, coach, 7, '');
      const seen = await save(sharedId, coach, 1, 'Tietokoneella');

      expect([blind.status, blind.body.reason, blind.body.details]).toEqual([
        409,
        'draftChanged',
        { version: 1 },
      ]);
      expect([old.status, seen.body]).toEqual([409, { version: 2 }]);
      expect((await draftsOf(referralId, coach))[0]).toBe('Tietokoneella');
    });

    it('goes with the sending of what it says, not of anything else, and with an empty text', async () => {
      const { referralId, sharedId, coach } = await aSharedCase(server.owner);
      await save(sharedId, coach, 0, 'Hei Pekka \n');

      await say(sharedId, coach, 'Toinen viesti');
      expect((await draftsOf(referralId, coach))[0]).toBe('Hei Pekka \n');
      await say(sharedId, coach, 'Hei Pekka');
      expect((await draftsOf(referralId, coach))[0]).toBe('');
      await save(sharedId, coach, 0, 'Uusi');
      expect((await save(sharedId, coach, 1, ' ')).body).toEqual({ version: 0 });
      expect(
        (await server.owner.query('select from message_draft where conversation_id = $1', [sharedId]))
          .rowCount,
      ).toBe(0);
    });
  });

  describe('searching', () => {
    const search = async (words: string, by: SignedIn) =>
      (await server.call(messagingRoutes.search, { body: { words } }, by)).body.items;
    const seqsOf = async (words: string, by: SignedIn) => (await search(words, by)).map(({ seq }) => seq);

    it('finds words in their forms and beginnings, in Finnish and in Swedish, newest first, and shows where they stand', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      await say(sharedId, worker, 'Tapaamiset ovat kirjastolla torstaisin.');
      await say(sharedId, coach, 'Mötena börjar klockan nio i biblioteket.');
      await say(sharedId, coach, 'Sovitaan tapaaminen kirjastoon.');

      expect(await seqsOf('tapaaminen kirjasto', coach)).toEqual([3, 1]);
      expect(await seqsOf('möte', worker)).toEqual([2]);
      expect(await seqsOf('kirjastolla', worker)).toContain(1);
      expect(await seqsOf('tapaaminen uimahalli', coach)).toEqual([]);
      const [found] = await search('torstai', coach);
      expect(found).toMatchObject({
        conversationId: sharedId,
        audience: 'shared',
        seq: 1,
        senderName: 'Pekka Salmi',
        mine: false,
        firstName: 'Anna',
      });
      expect(found?.excerpt.filter((piece) => piece.found).map(({ text }) => text)).toEqual(['torstaisin']);
      expect(found?.excerpt.map(({ text }) => text).join('')).toBe('Tapaamiset ovat kirjastolla torstaisin');
    });

    it('finds only what one may read', async () => {
      const one = await aSharedCase(server.owner);
      const secret = await aSharedCase(server.owner, { ...one, nonDisclosure: true });
      const colleague = await signedIn(server.owner, {
        organizationId: one.coach.organizationId,
        role: 'coach',
      });
      const outsider = (await aSharedCase(server.owner)).coach;
      await say(one.sharedId, one.coach, 'Sananen kaikille');
      await say(one.senderNotesId, one.coach, 'Sananen omille');
      await say(secret.sharedId, one.coach, 'Sananen salassa');

      const told = async (by: SignedIn) =>
        (await search('sananen', by))
          .map(({ excerpt }) => excerpt.map(({ text }) => text).join(''))
          .toSorted();
      expect(await told(one.coach)).toEqual(['Sananen kaikille', 'Sananen omille', 'Sananen salassa']);
      expect(await told(colleague)).toEqual(['Sananen kaikille', 'Sananen omille']);
      expect(await told(one.worker)).toEqual(['Sananen kaikille', 'Sananen salassa']);
      expect(await told(outsider)).toEqual([]);
      await moveReferral(server.owner, one.referralId, 'declined');
      expect(await told(one.worker)).toEqual(['Sananen salassa']);
    });

    it('never finds what was removed, recalled or edited away, and finds a correction', async () => {
      const { sharedId, coach } = await aSharedCase(server.owner);
      const [removed, recalled, edited] = [
        await say(sharedId, coach, 'Hattivatti yksi'),
        await say(sharedId, coach, 'Hattivatti kaksi'),
        await say(sharedId, coach, 'Hattivatti kolme'),
      ];
      const params = (seq: number) => ({ conversationId: sharedId, seq });
      await server.call(messagingRoutes.redact, { params: params(removed) }, coach);
      await server.call(messagingRoutes.recall, { params: params(recalled) }, coach);
      await server.call(
        messagingRoutes.edit,
        { params: params(edited), body: { clientMessageId: randomUUID(), body: 'Muumipeikko kolme' } },
        coach,
      );

      expect(await seqsOf('hattivatti', coach)).toEqual([]);
      expect((await search('muumipeikko', coach))[0]?.excerpt.map(({ text }) => text).join('')).toBe(
        'Muumipeikko kolme',
      );
    });

    it('leaves nothing of what was asked in the log of use', async () => {
      const { sharedId, coach } = await aSharedCase(server.owner);
      await say(sharedId, coach, 'Kissankello');

      await search('kissankello', coach);
      const { rows } = await server.owner.query(
        `select action, object_id, details from audit_event where person_id = $1 and action = 'searchMessages'`,
        [coach.personId],
      );

      expect(rows).toEqual([{ action: 'searchMessages', object_id: null, details: { count: 1 } }]);
    });

    it('refuses a word too short, and takes signs as no words', async () => {
      const { coach } = await aSharedCase(server.owner);

      expect(
        (await server.call(messagingRoutes.search, { body: { words: ' a ' } }, coach)).body.fields,
      ).toEqual([{ path: 'body.words', code: 'tooShort', limit: 2 }]);
      expect(await search(`& | ! ' :* <->`, coach)).toEqual([]);
    });

    it('uses the index, whatever else there is', async () => {
      const { sharedId, coach } = await aSharedCase(server.owner);
      await say(sharedId, coach, 'Sinivuokko');
      const other = await aSharedCase(server.owner);
      await server.owner.query(
        `with numbered as (
           insert into conversation_entry (conversation_id, seq, kind, at, person_id, organization_id, client_message_id, body)
           select $1, n + 100, 'message', now(), $2, $3, gen_random_uuid(), 'Tavallisia sanoja numero ' || n from generate_series(1, 3000) n returning seq)
         select count(*) from numbered`,
        [other.sharedId, other.coach.personId, other.coach.organizationId],
      );
      await server.owner.query('vacuum analyze message_words');

      const { rows } = await server.owner.query<Record<'QUERY PLAN', string>>(
        `explain select conversation_id from message_words where readers @> $1::uuid[] and document @@ app.words_asked('sinivuokko') order by at desc limit 200`.replace(
          '$1',
          `'{${coach.organizationId}}'`,
        ),
      );

      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('message_words_document_idx');
      const plans = await plansOf(server, coach, () => search('sinivuokko', coach));
      expect(plans.find(({ statement }) => statement === 'find-messages')?.scanned).not.toContain(
        'conversation_entry',
      );
    });
  });

  describe('ready messages', () => {
    const aLeader = async () => {
      const { coach, worker } = await aSharedCase(server.owner);
      return {
        coach,
        worker,
        leader: await signedIn(server.owner, { organizationId: coach.organizationId, role: 'coordinator' }),
      };
    };
    const text = {
      name: { fi: 'Ei saatu kiinni', sv: 'Nåddes inte' },
      body: { fi: 'Soitin asiasta {caseNumber}.', sv: 'Jag ringde om {caseNumber}.' },
    };
    const write = (by: SignedIn, body: typeof text | Record<string, unknown> = text) =>
      server.call(templateRoutes.write, { body: body as typeof text }, by);
    const listed = async (by: SignedIn) => (await server.call(templateRoutes.list, {}, by)).body;

    it('are the organization’s: those who lead keep them, its case workers use them, nobody else sees them', async () => {
      const { coach, worker, leader } = await aLeader();
      const { body } = await write(leader);

      expect(await listed(coach)).toEqual({ items: [{ ...text, id: body.id, version: 1 }], mayKeep: false });
      expect(await listed(worker)).toEqual({ items: [], mayKeep: false });
      expect([(await write(coach)).status, (await listed(leader)).mayKeep]).toEqual([403, true]);
    });

    it('are changed and removed from the version that was read', async () => {
      const { leader } = await aLeader();
      const { id } = (await write(leader)).body;
      const change = (version: number) =>
        server.call(
          templateRoutes.change,
          { params: { templateId: id }, body: { ...text, name: { fi: 'Uusi nimi' }, version } },
          leader,
        );

      expect((await change(1)).body).toMatchObject({ name: { fi: 'Uusi nimi' }, version: 2 });
      expect([(await change(1)).status, (await change(1)).body.details]).toEqual([409, { version: 2 }]);
      expect(
        (
          await server.call(
            templateRoutes.remove,
            { params: { templateId: id }, query: { version: 1 } },
            leader,
          )
        ).status,
      ).toBe(409);
      expect(
        (
          await server.call(
            templateRoutes.remove,
            { params: { templateId: id }, query: { version: 2 } },
            leader,
          )
        ).body,
      ).toEqual({ removed: true });
      expect((await listed(leader)).items).toEqual([]);
    });

    it('have placeholders only for the case and who talks', async () => {
      const { leader } = await aLeader();

      const answer = await write(leader, { ...text, body: { fi: 'Hei {firstName}' } });

      expect([answer.status, answer.body.fields]).toEqual([400, [{ path: 'body.body', code: 'invalid' }]]);
    });
  });
});
