import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { readConfig } from '../config/config.js';
import { Database } from '../database/database.js';
import { Mail } from './mail.js';
import { MailGate } from './mail-gate.js';

const ask = {
  to: 'pekka@salmenpaa.example',
  subject: 'Uusi tapahtuma asiassa KVL-2026-0142',
  text: 'Kirjaudu: https://rinnalla.example/asiat – tervetuloa, Äijälä.',
  language: 'fi',
  event: 'event 7',
} as const;

describe('mail', () => {
  let server: TestServer;
  const mailOf = (settings: Record<string, string>) =>
    new Mail(
      readConfig({
        DATABASE_URL: 'postgresql://nobody@localhost/none',
        PUBLIC_ORIGIN: 'https://rinnalla.example',
        ...settings,
      }),
      server.get(Database),
      server.get(MailGate),
    );
  let post: MailServer;
  let mail: Mail;
  beforeAll(async () => {
    [server, post] = [await startTestServer(), await aMailServer()];
  });
  beforeEach(async () => {
    await server.owner.query('delete from begun_mail');
    post.received.length = 0;
    mail = mailOf({ SMTP_URL: post.url });
  });
  afterEach(() => mail.onApplicationShutdown());
  afterAll(async () => {
    await post.stop();
    await server.stop();
  });

  it('reaches a mail server as it was written', async () => {
    await mail.send(ask);

    const [{ from, to, raw }] = post.received as [MailServer['received'][number]];
    const read = await PostalMime.parse(raw);
    expect([from, to]).toEqual(['rinnalla@rinnalla.example', ['pekka@salmenpaa.example']]);
    expect([read.subject, read.text?.trim(), read.html]).toEqual([ask.subject, ask.text, undefined]);
    expect(Object.fromEntries(read.headers.map(({ key, value }) => [key, value]))).toMatchObject({
      'auto-submitted': 'auto-generated',
      'content-language': 'fi',
    });
  });

  it('leaves once for one event, and for another person of the same event too', async () => {
    const outcomes = [
      await mail.send(ask),
      await mail.send(ask),
      await mail.send({ ...ask, to: 'kaisa@salmenpaa.example' }),
    ];

    const ids = await Promise.all(
      post.received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId),
    );
    expect(outcomes).toEqual(['sent', 'inDoubt', 'sent']);
    expect(post.received.map(({ to }) => to)).toEqual([
      ['pekka@salmenpaa.example'],
      ['kaisa@salmenpaa.example'],
    ]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@rinnalla\.example>$/);
  });

  it('is not sent again when its server took it and died before it said so', async () => {
    post.hangUpInstead = true;
    const first = await mail.send(ask);
    post.hangUpInstead = false;

    expect([first, await mail.send(ask), post.received.length]).toEqual(['inDoubt', 'inDoubt', 1]);
  });

  it('bears ids and tokens in its addresses, whatever they look like', async () => {
    const text =
      'https://rinnalla.example/asiat/a0412345-4678-4123-8123-040123456789 https://rinnalla.example/tervetuloa#040123456704012345670401234567040123456';

    expect(await mail.send({ ...ask, text })).toBe('sent');
  });

  it('is tried again when the server has no time, and not when there is nobody of that name', async () => {
    post.answer = { code: 451 };
    await expect(mail.send(ask)).rejects.toMatchObject({ responseCode: 451 });
    post.answer = undefined;
    expect(await mail.send(ask)).toBe('sent');
    post.answer = { code: 550 };
    await expect(mail.send({ ...ask, event: 'event 8' })).rejects.toMatchObject({
      name: 'JobRefusal',
      code: 'smtp550',
    });
    post.answer = undefined;
  });

  it.each([
    ['an identity code', 'identityCode', { text: 'Asiakas 131052-308T' }],
    ['a phone number', 'phone', { text: 'Soita 040 123 4567' }],
    ['an address', 'streetAddress', { text: 'Torikatu 12, 45100 Kouvola' }],
    ['a code in disguise', 'identityCode', { text: 'Asiakas 1310\u200b52\u2011308T' }],
    ['an illness, even in its subject', 'health', { subject: 'Masennus' }],
    ['the name of somebody else', 'personName', { text: 'Vaimonsa Liisan kanssa' }],
  ])('never leaves with %s in it, and the log tells its kind', async (_, kind, written) => {
    await expect(mail.send({ ...ask, ...written })).rejects.toMatchObject({
      name: 'JobRefusal',
      code: 'sensitiveMail',
    });

    expect(post.received).toEqual([]);
    const { rows } = await server.owner.query<{ details: object }>(
      `select object_type, result, details from audit_event where action = 'sendMail' order by id desc limit 1`,
    );
    expect(rows).toEqual([
      { object_type: 'mail', result: 'refused', details: { kinds: [kind], referralIds: [] } },
    ]);
  });

  it('may tell what an association is called, also after an illness', async () => {
    const text = 'Sinut on lisätty organisaatioon Kouvolan Diabetesyhdistys ry.';

    expect(await mail.send({ ...ask, text, mayName: ['Kouvolan Diabetesyhdistys ry'] })).toBe('sent');
    await expect(
      mail.send({
        ...ask,
        text: `${text} Asiakkaalla on diabetes.`,
        mayName: ['Kouvolan Diabetesyhdistys ry'],
      }),
    ).rejects.toMatchObject({ code: 'sensitiveMail' });
  });

  it('takes no header and no second receiver from an address or a subject', async () => {
    await mail
      .send({
        ...ask,
        to: 'pekka@salmenpaa.example\r\nBcc: someone@else.example',
        subject: 'Asia\r\nBcc: someone@else.example',
      })
      .catch(() => undefined);

    for (const { to, raw } of post.received) {
      expect(to).not.toContain('someone@else.example');
      expect((await PostalMime.parse(raw)).bcc ?? []).toEqual([]);
    }
  });

  it('waits in a folder for its owner alone where there is no server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rinnalla-mail-'));
    const kept = mailOf({ MAIL_FOLDER: join(folder, 'mail') });
    await kept.send(ask);
    await kept.send(ask);

    const files = readdirSync(join(folder, 'mail'));
    expect(files).toHaveLength(1);
    expect((await PostalMime.parse(readFileSync(join(folder, 'mail', files[0]!)))).subject).toBe(ask.subject);
    expect(statSync(join(folder, 'mail', files[0]!)).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });
});
