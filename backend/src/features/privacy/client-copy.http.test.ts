import { copyRoutes, noteIdOf, type WithholdingGround } from '@rinnalla/shared/privacy/copy-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { anAttachment, aPdf } from '../../testing/attachments.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { pdfWords } from '../../testing/pdf-words.js';
import type { SignedIn } from '../../testing/people.js';
import { rightAfter } from '../../testing/right-after.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import type { ClientCopy } from './client-copy.presenter.js';

describe('a client’s own copy', () => {
  let server: TestServer;
  let setting: ReferralSetting;
  beforeAll(async () => {
    server = await startTestServer();
    setting = await aReferralSetting(server, {
      client: {
        surname: 'Åkerström',
        identityCode: '131052-308T',
        contact: { phone: '0401234567', wishes: 'Soita päivällä.' },
      },
    });
    const acting = new Acting(server);
    const { id } = await acting.referral(setting, 'accepted');
    const { body } = await server.call(
      messagingRoutes.ofReferral,
      { params: { referralId: id as never } },
      setting.sanna,
    );
    const say = (conversationId: string | undefined, words: string, by: SignedIn) =>
      server.call(
        messagingRoutes.send,
        {
          params: { conversationId: conversationId as never },
          body: { clientMessageId: crypto.randomUUID() as never, body: words, acknowledged: ['personName'] },
        },
        by,
      );
    const idOf = (conversations: typeof body.conversations, isShared: boolean) =>
      conversations.find(({ audience }) => (audience === 'shared') === isShared)?.id ?? '';
    const shared = idOf(body.conversations, true);
    const notes = idOf(body.conversations, false);
    await say(shared, 'Nähdään torstaina, öljyä Åbossa.', setting.sanna);
    await say(notes, 'Muistiinpano vain meille 🙂.', setting.sanna);
    await say(notes, 'Naapurin Kertun huoli Annasta.', setting.sanna);
    await anAttachment(server, setting.sanna, shared);
    await anAttachment(server, setting.sanna, notes, { file: new File([aPdf()], 'oma.pdf') });
    await server.call(
      messagingRoutes.send,
      {
        params: { conversationId: shared as never },
        body: { clientMessageId: crypto.randomUUID(), body: '', card: { kind: 'phoneCall', reached: true } },
      },
      setting.sanna,
    );
    const theirs = await server.call(
      messagingRoutes.ofReferral,
      { params: { referralId: id as never } },
      setting.pekka,
    );
    await say(idOf(theirs.body.conversations, false), 'Vain järjestölle.', setting.pekka);
  });
  afterAll(() => server.stop());

  const copy = (
    caller: SignedIn,
    format: 'json' | 'pdf',
    language: 'fi' | 'sv' = 'fi',
    leaving: { withheld?: string; ground?: WithholdingGround } = {},
  ) =>
    server.call(
      copyRoutes.make,
      { params: { clientId: setting.clientId as never }, query: { format, language, ...leaving } },
      caller,
    );
  const preview = (caller: SignedIn) =>
    server.call(copyRoutes.preview, { params: { clientId: setting.clientId as never } }, caller);
  const previews = async () =>
    (
      await server.owner.query(
        `select from audit_event where action = 'previewCopy' and purpose = 'clientsRequest' and client_id = $1`,
        [setting.clientId],
      )
    ).rowCount ?? 0;
  const bytesOf = ({ body }: Awaited<ReturnType<typeof copy>>) => Buffer.from(body.base64, 'base64');

  it('as a file holds what the organization holds: the person, the records, the referrals, the shared words, and who looked', async () => {
    const answer = await copy(setting.sanna, 'json');
    const made = JSON.parse(bytesOf(answer).toString()) as ClientCopy;

    expect(answer.body).toMatchObject({
      fileName: 'rinnalla-2026-11-24.json',
      mediaType: 'application/json',
    });
    expect(made.client).toMatchObject({
      firstName: 'Anna',
      surname: 'Åkerström',
      identityCode: '131052-308T',
      phone: '0401234567',
    });
    expect(made.records.map(({ kind }) => kind)).toEqual(['informing']);
    expect(made.referrals[0]).toMatchObject({
      status: 'accepted',
      goal: 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.',
      messages: [
        { body: 'Nähdään torstaina, öljyä Åbossa.' },
        { body: 'Liitteenä.' },
        { body: '', call: true },
      ],
    });
    expect(made.looks.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(['referring', 'service']),
    );
  });

  it('is not made of a client who was closed to the reader meanwhile', async () => {
    const { marja, clientId } = await aReferralSetting(server);
    rightAfter(server, 'client-card', () =>
      server.owner.query(
        'update client set non_disclosure = true, home_municipality_code = null where id = $1',
        [clientId],
      ),
    );

    const answer = await server.call(
      copyRoutes.make,
      { params: { clientId: clientId as never }, query: { format: 'json', language: 'fi' } },
      marja,
    );

    expect([answer.status, answer.body.code]).toEqual([404, 'notFound']);
  });

  it('names no employee', async () => {
    const text = bytesOf(await copy(setting.sanna, 'json')).toString();

    expect(text).not.toMatch(/Koskinen|Ahola|Lehtonen/);
  });

  it('holds the organization’s own notes of the client, and never the association’s', async () => {
    const [referral] = (JSON.parse(bytesOf(await copy(setting.sanna, 'json')).toString()) as ClientCopy)
      .referrals;

    expect(referral?.notes.map(({ body }) => body)).toEqual([
      'Muistiinpano vain meille 🙂.',
      'Naapurin Kertun huoli Annasta.',
      'Liitteenä.',
    ]);
  });

  it('names each file that was sent in the case or among the notes, and its content is given beside it', async () => {
    const made = JSON.parse(bytesOf(await copy(setting.sanna, 'json')).toString()) as ClientCopy;
    const seen = (await preview(setting.sanna)).body.files;

    expect(made.referrals[0]?.files.map(({ name, type }) => [name, type])).toEqual([
      ['suunnitelma.pdf', 'pdf'],
      ['oma.pdf', 'pdf'],
    ]);
    expect(seen.map(({ name }) => name)).toEqual(['suunnitelma.pdf', 'oma.pdf']);
  });

  describe('may lack a note on a ground of law', () => {
    const noteOf = async (words: string) =>
      noteIdOf((await preview(setting.sanna)).body.notes.find(({ body }) => body.includes(words))!);

    it('and then says how many, why, and where the client may turn', async () => {
      const withheld = await noteOf('Kertun');
      const json = JSON.parse(
        bytesOf(await copy(setting.sanna, 'json', 'fi', { withheld, ground: 'othersRights' })).toString(),
      ) as ClientCopy;
      const pdf = pdfWords(
        bytesOf(await copy(setting.sanna, 'pdf', 'fi', { withheld, ground: 'othersRights' })),
      ).replaceAll('\n', ' ');

      expect(json.withheld).toEqual({ notes: 1, ground: 'othersRights' });
      expect(JSON.stringify(json)).not.toContain('Kertun');
      expect(pdf).toContain('Mitä on jätetty pois');
      expect(pdf).toContain('jonkun muun oikeuksia');
      expect(pdf).toContain('tietosuojavaltuutettua');
      expect(pdf).not.toContain('Kertun');
    });

    it('which is in the log with the number of notes', async () => {
      await copy(setting.sanna, 'json', 'fi', { withheld: await noteOf('Kertun'), ground: 'danger' });
      const { rows } = await server.owner.query<{ details: unknown }>(
        `select details from audit_event where action = 'exportClient' order by id desc limit 1`,
      );

      expect(rows[0]?.details).toEqual({ format: 'json', withheldNotes: 1, ground: 'danger' });
    });

    it('and not without one, nor one that is not there', async () => {
      const withheld = await noteOf('Kertun');
      const elsewhere = `${crypto.randomUUID()}.1`;

      expect((await copy(setting.sanna, 'json', 'fi', { withheld })).body).toMatchObject({
        fields: [{ path: 'query.ground', code: 'required' }],
      });
      expect(
        (await copy(setting.sanna, 'json', 'fi', { withheld: elsewhere, ground: 'danger' })).body,
      ).toMatchObject({ fields: [{ path: 'query.withheld', code: 'notInList' }] });
    });

    it('after the notes were looked through, which is logged; by nobody else', async () => {
      const before = await previews();
      await preview(setting.sanna);

      expect(await previews()).toBe(before + 1);
      expect((await preview(setting.pekka)).status).toBe(404);
    });
  });

  it.each([
    ['fi', 'Kopio tiedoistasi', 'Nähdään torstaina, öljyä Åbossa.', 'meille [kuvake].'],
    ['sv', 'Kopia av dina uppgifter', 'Åkerström', 'meille [symbol].'],
  ] as const)(
    'on paper reads in the client’s language (%s) with every letter of it, and a word for a picture',
    async (language, title, words, picture) => {
      const pdf = bytesOf(await copy(setting.sanna, 'pdf', language));
      const text = pdfWords(pdf).replaceAll('\n', ' ');

      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1')).toMatch(/FontFile[23]?/);
      for (const wanted of [title, words, picture]) expect(text).toContain(wanted);
    },
  );

  it('is logged as the client’s own request', async () => {
    const count = async () =>
      (
        await server.owner.query(
          `select from audit_event where action = 'exportClient' and purpose = 'clientsRequest' and client_id = $1`,
          [setting.clientId],
        )
      ).rowCount ?? 0;
    const before = await count();
    await copy(setting.sanna, 'json');

    expect(await count()).toBe(before + 1);
  });

  it('is refused to whom the client is not', async () => {
    expect((await copy(setting.pekka, 'json')).status).toBe(404);
  });

  it('asks who it is anew, when that was asked long ago', async () => {
    await server.owner.query(
      `update session set confirmed_at = '2026-11-24T05:45Z', created_at = '2026-11-24T05:45Z' where id = $1`,
      [setting.sanna.sessionId],
    );

    expect((await copy(setting.sanna, 'json')).body).toMatchObject({ code: 'confirmIdentity' });
  });
});
