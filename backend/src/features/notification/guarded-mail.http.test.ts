import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { referenceInstant, setClock, startTestServer, type TestServer } from '../../testing/test-server.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { MailWords } from './mail-words.js';

/** A template as a careless change would leave it. */
type Careless = (written: ReturnType<MailWords['ofOne']>) => Partial<{ subject: string; text: string }>;

describe('a mail about a case', () => {
  let server: TestServer;
  let post: MailServer;
  let setting: ReferralSetting;
  let usual: MailWords['ofOne'];
  beforeAll(async () => {
    post = await aMailServer();
    server = await startTestServer({ SMTP_URL: post.url, PUBLIC_ORIGIN: 'http://rinnalla.example' });
    const words = server.get(MailWords);
    usual = words.ofOne.bind(words);
  });
  afterAll(async () => {
    await server.stop();
    await post.stop();
  });

  const mailAfterSending = async (client: { firstName: string; surname: string }, careless: Careless) => {
    setClock(server, referenceInstant);
    await server.owner.query('delete from job; delete from notification');
    await server.get(Jobs).onApplicationBootstrap();
    post.received.length = 0;
    const words = server.get(MailWords);
    words.ofOne = (given, language) => {
      const written = usual(given, language);
      return { ...written, ...careless(written) };
    };
    setting = await aReferralSetting(server, { client });
    const referral = await new Acting(server).referral(setting, 'sent');
    const work = () => server.get(JobWorker).runDue();
    await work();
    setClock(server, '2026-11-24T08:11:00+02:00');
    await work();
    return referral;
  };
  const jobs = async () =>
    (
      await server.owner.query<{ attempts: number; error: string; given_up: boolean }>(
        `select attempts, last_error as error, given_up_at is not null as given_up from job where name = 'mailNotification'`,
      )
    ).rows;

  it.each<[string, Careless]>([
    ['the first name in its subject', ({ subject }) => ({ subject: `${subject} (Leila)` })],
    ['an inflected first name', ({ text }) => ({ text: `Leilalle on uutta. ${text}` })],
    ['an inflected surname', ({ text }) => ({ text: `${text}\nVirtasen asia` })],
    [
      'the name in small letters in an address',
      ({ text }) => ({ text: `${text}\nhttp://rinnalla.example/?q=virtanen` }),
    ],
    ['a word of health', ({ subject }) => ({ subject: `${subject}: masennus` })],
    ['a telephone number', ({ text }) => ({ text: `${text} Soita 040 123 4567.` })],
  ])('does not leave with %s, and its job is given up at once', async (_, careless) => {
    const { id } = await mailAfterSending({ firstName: 'Leila', surname: 'Virtanen' }, careless);

    expect(post.received).toEqual([]);
    const rows = await jobs();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ attempts, given_up }) => [attempts, given_up])).toEqual(rows.map(() => [1, true]));
    expect(rows.map(({ error }) => error)).toEqual(rows.map(() => 'JobRefusal sensitiveMail'));
    const logged = await server.owner.query<{ details: { referralIds: string[] } }>(
      `select details from audit_event where action = 'sendMail' and result = 'refused' and details->'referralIds' ? $1`,
      [id],
    );
    expect(logged.rows).toHaveLength(rows.length);
    expect(JSON.stringify(logged.rows)).not.toMatch(/leila|virta|masennus|040/i);
  });

  it('leaves with other words, also when the client is called as the template speaks', async () => {
    await mailAfterSending({ firstName: 'Asia', surname: 'Uusi' }, ({ text }) => ({
      text: `${text}\nTerveisin ylläpito`,
    }));

    expect(post.received.length).toBeGreaterThan(0);
  });
});
