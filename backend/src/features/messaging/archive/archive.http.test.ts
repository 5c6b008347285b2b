import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { anOrganization, type SignedIn, signedIn } from '../../../testing/people.js';
import { aSharedCase } from '../../../testing/shared-case.js';
import { setClock, startTestServer, type TestServer } from '../../../testing/test-server.js';
import { openConversation, stepConversation } from '@rinnalla/shared/messaging/conversation-state';
import { paragraphsOf } from './archive-paragraphs.js';

/** The letters that a PDF's pages show, by its own tables from glyphs to letters: what a reader may copy out of it. */
const lettersOf = (pdf: Buffer): string => {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(
    ([, body = '']) => {
      try {
        return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    },
  );
  return streams
    .filter((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar'))
    .flatMap((stream) =>
      [...stream.matchAll(/<([0-9a-f]{4,})>/gi)].map(([, code = '']) =>
        (code.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join(''),
      ),
    )
    .join('');
};

describe('a conversation as PDF for the archive', () => {
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
  const pdfOf = async (
    referralId: string,
    by: SignedIn | undefined,
    query = '',
  ): Promise<{ response: Response; bytes: Buffer }> => {
    const response = await fetch(`${server.url}/api/referrals/${referralId}/conversation.pdf${query}`, {
      headers: by ? { cookie: by.cookie } : {},
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const archived = async (by: SignedIn) =>
    (
      await server.owner.query<{ details: { notes: boolean; conversations: string[] } }>(
        `select details from audit_event where action = 'archiveConversation' and person_id = $1 order by id`,
        [by.personId],
      )
    ).rows.map(({ details }) => details);

  it('is a file of its own named by the case, with the face embedded and Finnish, Swedish and other letters in it', async () => {
    const { referralId, caseNumber, sharedId, coach } = await aSharedCase(server.owner);
    await say(sharedId, coach, 'Äiti söi öljyä Åbossa. Šaahi ja Žanna. Ґанна Олексіївна');

    const { response, bytes } = await pdfOf(referralId, coach);

    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('cache-control'),
    ]).toEqual([200, 'application/pdf', 'no-store']);
    expect(response.headers.get('content-disposition')).toContain(`filename="${caseNumber}.pdf"`);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toMatch(/FontFile[23]?/);
    const letters = lettersOf(bytes);
    for (const letter of 'ÄäÅöŠŽОлі') expect(letters).toContain(letter);
  });

  it('has the shared part, and one’s own notes only when they are asked for; never the other side’s', async () => {
    const { referralId, sharedId, senderNotesId, providerNotesId, coach, worker } = await aSharedCase(
      server.owner,
    );
    await say(sharedId, coach, 'Yhteinen');
    await say(senderNotesId, coach, 'Oma');
    await say(providerNotesId, worker, 'Toisen');

    await pdfOf(referralId, coach);
    await pdfOf(referralId, coach, '?notes=true&language=sv');
    await pdfOf(referralId, worker, '?notes=true');

    expect(await archived(coach)).toEqual([
      { notes: false, conversations: [sharedId] },
      { notes: true, conversations: [sharedId, senderNotesId] },
    ]);
    expect(await archived(worker)).toEqual([{ notes: true, conversations: [sharedId, providerNotesId] }]);
  });

  it('is not there for an outsider, nor for nobody', async () => {
    const { referralId } = await aSharedCase(server.owner);
    const outsider = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });

    expect((await pdfOf(referralId, outsider)).response.status).toBe(404);
    expect((await pdfOf(referralId, undefined)).response.status).toBe(401);
    expect((await pdfOf(referralId, outsider, '?language=xx')).response.status).toBe(400);
  });

  it('is not there once the conversations of the case have ended', async () => {
    const { referralId, coach } = await aSharedCase(server.owner);
    await server.owner.query('update conversation set ended_at = now() where referral_id = $1', [referralId]);

    expect((await pdfOf(referralId, coach, '?notes=true')).response.status).toBe(404);
    expect(await archived(coach)).toEqual([]);
  });

  it('says what the screen says: edits with their history, marks where words were taken away, what was agreed', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const [edited, removed, recalled] = [
      await say(sharedId, coach, 'Klo 9'),
      await say(sharedId, coach, 'Poistuva'),
      await say(sharedId, coach, 'Väärä asia'),
    ];
    const params = (seq: number) => ({ conversationId: sharedId, seq });
    await server.call(
      messagingRoutes.edit,
      { params: params(edited), body: { clientMessageId: randomUUID(), body: 'Klo 10' } },
      coach,
    );
    await server.call(messagingRoutes.redact, { params: params(removed) }, coach);
    await server.call(messagingRoutes.recall, { params: params(recalled) }, coach);
    setClock(server, '2026-11-24T09:00:00+02:00');
    await server.call(
      messagingRoutes.edit,
      { params: params(edited), body: { clientMessageId: randomUUID(), body: 'Klo 11' } },
      coach,
    );
    setClock(server, '2026-11-24T08:00:00+02:00');
    const { entries } = (
      await server.call(messagingRoutes.entries, { params: { conversationId: sharedId } }, worker)
    ).body;
    const { lines } = stepConversation(openConversation(''), { type: 'entriesCame', entries });

    const names = {
      questions: [],
      organizations: new Map([[coach.organizationId, 'Kouvola']]),
      files: [{ seq: edited, name: 'suunnitelma.pdf' }],
    };
    const said = paragraphsOf(lines, names, 'fi').map(({ text }) => text);

    expect(said).toEqual([
      expect.stringMatching(
        /^Sanna Koskinen, Kouvola, 24\.11\.2026 klo 8\.00\. Muokattu 24\.11\.2026 klo 8\.00$/,
      ),
      'Klo 10',
      'Liite: suunnitelma.pdf',
      'Aiempi teksti 24.11.2026 klo 8.00: Klo 9',
      expect.stringContaining('Sanna Koskinen'),
      'Viesti on poistettu.',
      expect.stringContaining('Sanna Koskinen'),
      'Viesti vedettiin pois. Se oli lähetetty väärään asiaan.',
      expect.stringMatching(/klo 9\.00\. Korjaus viestiin 24\.11\.2026 klo 8\.00$/),
      'Klo 11',
    ]);
  });
});
