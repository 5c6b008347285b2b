import { mailedRoutes } from '@rinnalla/shared/account/account-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { isMember } from '@rinnalla/shared/organization/actor';
import PostalMime from 'postal-mime';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { anAccount, aPassword, cookiesOf, signInAs, typePassword } from '../../testing/accounts.js';
import { loggedActions } from '../../testing/logged-actions.js';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { referenceInstant, setClock, startTestServer, type TestServer } from '../../testing/test-server.js';
import { AccountFacade, type Invited } from './account.facade.js';

const newPassword = 'kahvikuppi ja pilvi';

describe('a link in a mail', () => {
  let server: TestServer;
  let post: MailServer;
  beforeAll(async () => {
    post = await aMailServer();
    server = await startTestServer({ SMTP_URL: post.url });
  });
  beforeEach(() => {
    setClock(server, referenceInstant);
    post.received.length = 0;
  });
  afterAll(async () => {
    await server.stop();
    await post.stop();
  });

  /** Lets the jobs run, and reads what came by mail: text, and the token of the link in it. */
  const mails = async (): Promise<{ to: string; subject: string; text: string; token: string }[]> => {
    await server.get(JobWorker).runDue();
    return Promise.all(
      post.received.map(async ({ to, raw }) => {
        const { subject = '', text = '' } = await PostalMime.parse(raw);
        return { to: to.join(), subject, text, token: /#([\w-]{43})\s/.exec(text)?.[1] ?? '' };
      }),
    );
  };
  const inviting = (by: SignedIn, invited: Partial<Invited> = {}) =>
    server
      .get(Database)
      .inTransaction(
        { tokenHash: hashOfToken(by.cookie.replace('session=', '')) },
        ({ transaction: { actor } }) => {
          if (!isMember(actor)) throw new Problem('notSignedIn');
          return server.get(AccountFacade).invite(actor, {
            email: `${crypto.randomUUID()}@people.example`,
            givenName: 'Outi',
            surname: 'Niemi',
            language: 'fi',
            ...invited,
          });
        },
      );
  const aManager = async () =>
    signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { name: 'Keksitty ry' }),
      role: 'providerManager',
      givenName: 'Kaisa',
      surname: 'Vuori',
    });
  const accept = (token: string, password = newPassword) =>
    server.call(mailedRoutes.acceptInvitation, { body: { token, password } });
  const forget = (email: string) => server.call(mailedRoutes.forgetPassword, { body: { email } });
  const reset = (token: string, password = newPassword) =>
    server.call(mailedRoutes.resetPassword, { body: { token, password } });

  it('invites a colleague: who asks, where to, and a password leads on to the second factor', async () => {
    const { isInvited } = await inviting(await aManager());
    const [mail] = await mails();
    const read = await server.call(mailedRoutes.readInvitation, { body: { token: mail!.token } });
    const accepted = await accept(mail!.token);
    const session = await server.call(sessionRoutes.read, {}, { cookie: cookiesOf(accepted.headers) });

    expect(isInvited).toBe(true);
    expect(mail!.text).toMatch(
      /^Hei,\n\nKaisa Vuori on lisännyt sinut Rinnallan käyttäjäksi organisaatioon Keksitty ry\./,
    );
    expect(read.body).toEqual({
      email: mail!.to,
      givenName: 'Outi',
      organization: { fi: 'Keksitty ry' },
      providerId: null,
    });
    expect([session.body.person, session.body.signIn]).toEqual([null, { next: 'enrolment', ways: [] }]);
  });

  it('serves once, also when it is followed twice at once, and is kept nowhere but in the mail', async () => {
    const { personId } = await inviting(await aManager());
    const [mail] = await mails();
    const { rows } = await server.owner.query<{ kept: string }>(
      `select t::text as kept from account_token t union all select j::text from job j`,
    );

    const answers = await Promise.all([accept(mail!.token), accept(mail!.token), accept(mail!.token)]);
    const later = await accept(mail!.token);

    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 404, 404]);
    expect([later.status, later.body.reason]).toEqual([404, 'linkGone']);
    expect(await loggedActions(server.owner, personId)).toEqual(['invite', 'acceptInvitation']);
    expect(rows.map(({ kept }) => kept).join()).not.toContain(mail!.token);
  });

  it('is worth nothing after its time, for another purpose, or when a later one was sent', async () => {
    const manager = await aManager();
    const email = `${crypto.randomUUID()}@people.example`;
    await inviting(manager, { email });
    const [first] = await mails();
    await inviting(manager, { email });
    const [, second] = await mails();

    const replaced = await accept(first!.token);
    const otherPurpose = await reset(second!.token);
    setClock(server, '2026-12-01T08:01:00+02:00');
    const old = await accept(second!.token);

    expect([replaced.status, otherPurpose.status, old.status]).toEqual([404, 404, 404]);
  });

  it('is not sent to somebody who can sign in, and changes neither their name nor their password', async () => {
    const account = await anAccount(server);
    const invited = await inviting(await aManager(), {
      email: account.email.toUpperCase(),
      givenName: 'Toinen',
    });

    expect(invited).toEqual({ personId: account.personId, isInvited: false });
    expect(await mails()).toEqual([]);
    expect((await typePassword(server, account)).status).toBe(200);
  });

  it('is sent for those who lead only, whatever the code believes', async () => {
    const worker = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerWorker',
    });

    await expect(inviting(worker)).rejects.toMatchObject({ code: '42501' });
  });

  it('takes no bad password, and stays good for a better one', async () => {
    await inviting(await aManager());
    const [mail] = await mails();

    const short = await accept(mail!.token, 'lyhyt');
    const common = await accept(mail!.token, 'Unbelievable');
    const guessable = await accept(mail!.token, 'OutiNiemi2026');
    const good = await accept(mail!.token);

    expect(short.body.fields).toEqual([{ path: 'body.password', code: 'tooShort', limit: 12 }]);
    expect(common.body.fields).toEqual([{ path: 'body.password', code: 'commonPassword' }]);
    expect(guessable.body.fields).toEqual([{ path: 'body.password', code: 'guessablePassword' }]);
    expect(good.status).toBe(200);
  });

  it('gives a new password; every session ends, and the second factor is asked for as ever', async () => {
    const account = await anAccount(server);
    const open = await signInAs(server, account);
    await forget(account.email);
    const [mail] = await mails();

    const changed = await reset(mail!.token);
    const before = await server.call(sessionRoutes.read, {}, open);
    const old = await typePassword(server, account, aPassword);
    const now = await typePassword(server, account, newPassword);
    const again = await reset(mail!.token);

    expect([mail!.to, mail!.subject]).toEqual([account.email, 'Uusi salasana Rinnallaan']);
    expect([changed.status, before.body.person, old.status, again.status]).toEqual([200, null, 401, 404]);
    expect([now.body.person, now.body.signIn?.next]).toEqual([null, 'secondFactor']);
    expect(await loggedActions(server.owner, account.personId)).toEqual([
      'signIn',
      'resetPassword',
      'signInRefused',
    ]);
  });

  it('tells by nothing whether anybody has the address', async () => {
    const account = await anAccount(server);
    const statementsOf = async (email: string) => {
      const answer = await forget(email);
      const { rows } = await server.owner.query<{ payload: { sealedAddress: string } }>(
        `select payload from job where name = 'sendPasswordReset' order by id desc limit 1`,
      );
      return {
        status: answer.status,
        body: answer.body,
        headers: [...answer.headers.keys()],
        kept: rows[0]?.payload.sealedAddress,
      };
    };

    const [known, unknown] = [
      await statementsOf(account.email),
      await statementsOf(`${crypto.randomUUID()}@people.example`),
    ];
    const sent = await mails();

    expect({ ...unknown, kept: '' }).toEqual({ ...known, kept: '' });
    expect(known.kept).toHaveLength(unknown.kept?.length ?? 0);
    expect(sent.map(({ to }) => to)).toEqual([account.email]);
  });

  it('is mailed three times an hour, no more', async () => {
    const { email } = await anAccount(server);
    const statuses = [];
    for (let time = 0; time < 4; time++) statuses.push((await forget(email)).status);

    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});
