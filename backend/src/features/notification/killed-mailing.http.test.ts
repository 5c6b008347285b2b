import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import type { SignedIn } from '../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import {
  referenceInstant,
  setClock,
  settingsOf,
  startTestServer,
  type TestServer,
} from '../../testing/test-server.js';

const program = fileURLToPath(new URL('../../commands/worker.js', import.meta.url));

/** A worker process of its own and a real mail server, which counts. */
describe('a worker that is killed while it mails', () => {
  let server: TestServer;
  let post: MailServer;
  let setting: ReferralSetting;
  let children: ChildProcess[];

  beforeAll(async () => {
    post = await aMailServer();
    server = await startTestServer({ SMTP_URL: post.url });
  });
  beforeEach(async () => {
    children = [];
    Object.assign(post, { beforeGreeting: undefined, beforeAnswer: undefined });
    post.received.length = 0;
    setClock(server, referenceInstant);
    await server.owner.query('delete from job; delete from notification');
    await server.get(Jobs).onApplicationBootstrap();
    setting = await aReferralSetting(server);
    await new Acting(server).referral(setting, 'sent');
    await server.get(JobWorker).runDue();
  });
  afterEach(() => children.forEach((child) => child.kill('SIGKILL')));
  afterAll(async () => {
    await server.stop();
    await post.stop();
  });

  const startWorker = (clock: string): ChildProcess => {
    const settings = {
      ...settingsOf(server.database, server.files),
      SMTP_URL: post.url,
      CLOCK: clock,
      JOB_CONCURRENCY: '1',
    };
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, ...settings },
      stdio: 'inherit',
    });
    children.push(child);
    return child;
  };
  const mailsLeft = async () =>
    (
      await server.owner.query(
        `select from job where name = 'mailNotification' and done_at is null and given_up_at is null`,
      )
    ).rowCount;
  const untilAllAreDone = async () => {
    while ((await mailsLeft()) !== 0) await pause(50);
  };
  /** How often each of the three was mailed of the case itself. */
  const counts = () =>
    [setting.pekka, setting.outi, setting.kaisa].map((who) => mailsTo(who).length).toSorted((a, b) => a - b);
  const mailsTo = ({ personId }: SignedIn) =>
    post.received.filter(({ to }) => to[0] === `${personId}@people.example`);
  const subjects = async () =>
    (await Promise.all(post.received.map(({ raw }) => PostalMime.parse(raw)))).map(({ subject }) =>
      subject?.replace(/ \S*\d+$/, ''),
    );

  it('after the server took the mail: it is sent once all the same, to everybody', async () => {
    const first = startWorker('2026-11-24T08:11:00+02:00');
    post.beforeAnswer = async () => {
      post.beforeAnswer = undefined;
      first.kill('SIGKILL');
      await once(first, 'exit');
    };
    await once(first, 'exit');
    const whenKilled = post.received.length;
    startWorker('2026-11-24T08:13:00+02:00');
    await untilAllAreDone();

    expect([whenKilled, counts()]).toEqual([1, [1, 1, 1]]);
  });

  it('before the mail left: it is not sent late, and the next digest tells instead', async () => {
    const first = startWorker('2026-11-24T08:11:00+02:00');
    post.beforeGreeting = async () => {
      post.beforeGreeting = undefined;
      first.kill('SIGKILL');
      await once(first, 'exit');
    };
    await once(first, 'exit');
    startWorker('2026-11-24T08:13:00+02:00');
    await untilAllAreDone();
    const sameDay = counts();
    setClock(server, '2026-11-25T07:46:00+02:00');
    await server.get(JobWorker).runDue();

    expect([sameDay, counts()]).toEqual([
      [0, 1, 1],
      [1, 1, 1],
    ]);
    expect(await subjects()).toEqual([
      'Uusi tapahtuma asiassa',
      'Uusi tapahtuma asiassa',
      'Yhdessä asiassa on uutta',
    ]);
  });
});
