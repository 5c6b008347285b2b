import { inflateSync } from 'node:zlib';
import { copyRoutes } from '@rinnalla/shared/privacy/copy-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import type { SignedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import type { ClientCopy } from './client-copy.presenter.js';
import { printable } from './print-copy.js';

/** The words of a PDF whose fonts are the standard ones. */
const wordsOf = (pdf: Buffer): string => {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [...streams.join('\n').matchAll(/\[(.*?)\] TJ/g)]
    .map(([, parts]) =>
      [...(parts ?? '').matchAll(/<([0-9a-f]+)>/g)]
        .map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('latin1'))
        .join(''),
    )
    .join('\n');
};

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
    for (const [audience, words] of [
      ['shared', 'Nähdään torstaina.'],
      ['own', 'Muistiinpano vain meille.'],
    ] as const) {
      const conversation = body.conversations.find(
        (one) => (audience === 'shared') === (one.audience === 'shared'),
      );
      await server.call(
        messagingRoutes.send,
        {
          params: { conversationId: conversation?.id as never },
          body: { clientMessageId: crypto.randomUUID() as never, body: words },
        },
        setting.sanna,
      );
    }
  });
  afterAll(() => server.stop());

  const copy = (caller: SignedIn, format: 'json' | 'pdf', language: 'fi' | 'sv' = 'fi') =>
    server.call(
      copyRoutes.make,
      { params: { clientId: setting.clientId as never }, query: { format, language } },
      caller,
    );
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
      messages: [{ body: 'Nähdään torstaina.' }],
    });
    expect(made.looks.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(['referring', 'service']),
    );
  });

  it('names no employee, and holds no internal note', async () => {
    const text = bytesOf(await copy(setting.sanna, 'json')).toString();

    expect(text).not.toMatch(/Koskinen|Ahola|Lehtonen|Muistiinpano/);
  });

  it.each([
    ['fi', 'Kopio tiedoistasi', 'Nähdään torstaina.'],
    ['sv', 'Kopia av dina uppgifter', 'Åkerström'],
  ] as const)(
    'on paper reads in the client’s language (%s) with every letter of it',
    async (language, title, words) => {
      const pdf = bytesOf(await copy(setting.sanna, 'pdf', language));

      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(wordsOf(pdf)).toContain(title);
      expect(wordsOf(pdf).replaceAll('\n', ' ')).toContain(words);
    },
  );

  it('keeps letters that the paper’s font has not as near as it can', () => {
    expect(printable('Åkerström – ”Šakšak” čáhppes Дмитрий')).toBe('Åkerström – ”Šakšak” cáhppes ???????');
  });

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
