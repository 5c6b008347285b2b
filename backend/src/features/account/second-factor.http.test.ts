import { confirmationRoutes } from '@rinnalla/shared/account/confirmation-routes';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { Secret } from 'otpauth';
import { OpenApiController } from '../../platform/openapi/openapi.controller.js';
import {
  type Account,
  anAccount,
  aPassword,
  codeOf,
  cookiesOf,
  signInAs,
  typePassword,
} from '../../testing/accounts.js';
import { loggedActions } from '../../testing/logged-actions.js';
import { setClock, startSecondNode, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('the second factor', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => setClock(server, '2026-11-24T08:00:05+02:00'));

  /** After the password: the cookie of a sign-in that is under way. */
  const underWay = async (account: Account): Promise<{ cookie: string }> => ({
    cookie: cookiesOf((await typePassword(server, account)).headers),
  });
  const tryCode = (caller: { cookie: string }, code: string) =>
    server.call(signInRoutes.withCode, { body: { code } }, caller);
  const wrongCodeOf = (right: string): string => String((Number(right) + 1) % 1_000_000).padStart(6, '0');

  it('stands between the password and everything else: no route knows a half-open sign-in', async () => {
    const { cookie } = await underWay(await anAccount(server, { withAuthenticator: false }));
    const asSession = cookie.replace('sign-in=', 'session=');
    const guarded = server
      .get(OpenApiController)
      .routes()
      .filter((route) => route.access === 'signedIn' && route.path !== confirmationRoutes.confirm.path);
    const statuses = new Set<number>();

    for (const { method, path } of guarded) {
      for (const given of [cookie, asSession, `${cookie}; ${asSession}`]) {
        const address = `${server.url}/api${path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000001')}`;
        statuses.add((await fetch(address, { method, headers: { cookie: given } })).status);
      }
    }

    // It reads what was sent before it asks who sent it.
    statuses.add(
      (
        await server.call(
          confirmationRoutes.confirm,
          { body: { way: 'password', password: aPassword } },
          { cookie: asSession },
        )
      ).status,
    );

    expect(guarded.length).toBeGreaterThan(50);
    expect([...statuses]).toEqual([401]);
  });

  it('refuses a wrong code and takes the right one', async () => {
    const account = await anAccount(server);
    const caller = await underWay(account);
    const code = codeOf(server, account.secret);

    const wrong = await tryCode(caller, wrongCodeOf(code));
    const right = await tryCode(caller, code);

    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrongCredentials']);
    expect([right.status, right.body.person?.id]).toEqual([200, account.personId]);
    expect(await loggedActions(server.owner, account.personId)).toEqual(['secondFactorRefused', 'signIn']);
  });

  it('takes each code once, also when it comes twice at once', async () => {
    const account = await anAccount(server);
    const callers = await Promise.all(Array.from({ length: 4 }, () => underWay(account)));
    const code = codeOf(server, account.secret);

    const answers = await Promise.all(callers.map((caller) => tryCode(caller, code)));
    const later = await tryCode(await underWay(account), code);

    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401, 401, 401]);
    expect(later.status).toBe(401);
  });

  it.each([
    [-31, 200],
    [31, 200],
    [-91, 401],
    [91, 401],
  ])('forgives a clock that is %d seconds off: %d', async (seconds, status) => {
    const account = await anAccount(server);

    expect((await tryCode(await underWay(account), codeOf(server, account.secret, seconds))).status).toBe(
      status,
    );
  });

  it('cannot be guessed: after five tries the right code is refused too, in a new sign-in as well, until a quarter of an hour is over', async () => {
    const account = await anAccount(server);
    const caller = await underWay(account);
    const wrong = wrongCodeOf(codeOf(server, account.secret));
    const tries = await Promise.all(Array.from({ length: 20 }, () => tryCode(caller, wrong)));

    const right = await tryCode(await underWay(account), codeOf(server, account.secret));
    setClock(server, '2026-11-24T08:16:00+02:00');
    const later = await tryCode(await underWay(account), codeOf(server, account.secret));

    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(15);
    expect([right.status, right.body.reason]).toEqual([429, 'tooManyTries']);
    expect(later.status).toBe(200);
  });

  it('waits a quarter of an hour for a second proof, no longer', async () => {
    const account = await anAccount(server);
    const caller = await underWay(account);

    setClock(server, '2026-11-24T08:15:06+02:00');
    const answer = await tryCode(caller, codeOf(server, account.secret));

    expect([answer.status, answer.body.reason]).toEqual([401, 'signInOver']);
  });

  it('is taken into use before the first session: codes come with it, once', async () => {
    const account = await anAccount(server, { withAuthenticator: false });
    const first = await typePassword(server, account);
    const caller = { cookie: cookiesOf(first.headers) };

    const proposed = await server.call(signInRoutes.proposeAuthenticator, { body: {} }, caller);
    const secret = Secret.fromBase32(proposed.body.secret);
    const wrong = await server.call(
      signInRoutes.enrolAuthenticator,
      { body: { code: wrongCodeOf(codeOf(server, secret)) } },
      caller,
    );
    const right = await server.call(
      signInRoutes.enrolAuthenticator,
      { body: { code: codeOf(server, secret) } },
      caller,
    );
    const again = await server.call(
      signInRoutes.enrolAuthenticator,
      { body: { code: codeOf(server, secret, 30) } },
      caller,
    );

    expect(first.body.signIn).toEqual({ next: 'enrolment', ways: [] });
    expect(proposed.body.uri).toMatch(/^otpauth:\/\/totp\/Rinnalla:/);
    expect(wrong.body.fields).toEqual([{ path: 'body.code', code: 'invalid' }]);
    expect(right.body.recoveryCodes).toHaveLength(10);
    expect(right.body.session.person?.id).toBe(account.personId);
    expect(again.status).toBe(401);
    expect((await signInAs(server, { ...account, secret }, 30)).cookie).toMatch(/^session=/);
  });

  it('cannot be guessed while it is taken into use either', async () => {
    const caller = await underWay(await anAccount(server, { withAuthenticator: false }));
    const { body } = await server.call(signInRoutes.proposeAuthenticator, { body: {} }, caller);
    const right = codeOf(server, Secret.fromBase32(body.secret));
    const enrol = (code: string) => server.call(signInRoutes.enrolAuthenticator, { body: { code } }, caller);
    for (let tries = 0; tries < 5; tries++) await enrol(wrongCodeOf(right));

    const late = await enrol(right);

    expect([late.status, late.body.reason]).toEqual([429, 'tooManyTries']);
  });

  it('is not added to somebody who has one, by whoever only knows the password', async () => {
    const caller = await underWay(await anAccount(server));

    const proposed = await server.call(signInRoutes.proposeAuthenticator, { body: {} }, caller);
    const options = await server.call(signInRoutes.enrolmentPasskeyOptions, { body: {} }, caller);

    expect([proposed.body.reason, options.body.reason]).toEqual(['hasFactor', 'hasFactor']);
  });

  it('has codes for the day when the phone is lost; each serves once, typed in any way', async () => {
    const account = await anAccount(server, { withAuthenticator: false });
    const caller = await underWay(account);
    const proposed = await server.call(signInRoutes.proposeAuthenticator, { body: {} }, caller);
    const enrolled = await server.call(
      signInRoutes.enrolAuthenticator,
      { body: { code: codeOf(server, Secret.fromBase32(proposed.body.secret)) } },
      caller,
    );
    const [code = ''] = enrolled.body.recoveryCodes;
    const use = async (typed: string) =>
      server.call(signInRoutes.withRecoveryCode, { body: { code: typed } }, await underWay(account));

    const [once, twice] = [await use(code.toUpperCase().replaceAll('-', ' ')), await use(code)];
    const { rows } = await server.owner.query<{ text: string }>(
      'select r::text as text from recovery_code r where person_id = $1',
      [account.personId],
    );

    expect([once.status, twice.status]).toEqual([200, 401]);
    expect(await loggedActions(server.owner, account.personId)).toEqual([
      'addAuthenticator',
      'renewRecoveryCodes',
      'signIn',
      'useRecoveryCode',
      'signIn',
      'secondFactorRefused',
    ]);
    expect(rows).toHaveLength(10);
    expect(rows.map(({ text }) => text).join()).not.toContain(code.replaceAll('-', ''));
  });

  it('is kept sealed: whoever copies the database makes no code of it', async () => {
    const account = await anAccount(server);
    const { rows } = await server.owner.query<{ secret: string }>(
      'select secret from authenticator where person_id = $1',
      [account.personId],
    );

    expect(rows[0]?.secret).not.toContain(account.secret?.base32);
    expect(Buffer.from(rows[0]?.secret ?? '', 'base64').toString('latin1')).not.toContain(
      account.secret?.base32,
    );
  });

  it('is taken over by a changed sealing key with the next code, so that the old key may go', async () => {
    const [before, after] = ['a1'.repeat(32), 'b2'.repeat(32)];
    const account = await anAccount(server);
    const signInUnder = async (keys: string, secondsLater: number) => {
      const node = await startSecondNode(server, { SEALING_KEY: keys });
      const answer = await fetch(`${node.url}/api${signInRoutes.withCode.path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await underWay(account)) },
        body: JSON.stringify({ code: codeOf(server, account.secret, secondsLater) }),
      });
      await node.close();
      return { status: answer.status, ...((await answer.json()) as { reason?: string }) };
    };

    // Before: who has none of the keys left is told what to do, and no code is wrong.
    expect(await signInUnder(after, 0)).toMatchObject({ status: 409, reason: 'authenticatorLost' });
    expect(await signInUnder(`${after},${before}`, 0)).toMatchObject({ status: 200 });
    expect(await signInUnder(after, 30)).toMatchObject({ status: 200 });
  });

  it('is not asked of a demonstration’s invented people, who do not exist anywhere else', async () => {
    const invented = await anAccount(server, { withAuthenticator: false, demonstration: true });
    const demonstration = await startTestServer({ DEMO: 'true' });
    const theirs = await anAccount(demonstration, { withAuthenticator: false, demonstration: true });
    const real = await anAccount(demonstration, { withAuthenticator: false });

    const here = await typePassword(server, invented);
    const there = await typePassword(demonstration, theirs);
    const real2 = await typePassword(demonstration, real);
    await demonstration.stop();

    expect([here.status, here.body.code]).toEqual([401, 'wrongCredentials']);
    expect(there.body.person?.id).toBe(theirs.personId);
    expect([real2.body.person, real2.body.signIn?.next]).toEqual([null, 'enrolment']);
  });

  it('cancels', async () => {
    const account = await anAccount(server);
    const caller = await underWay(account);

    await server.call(signInRoutes.cancel, {}, caller);
    const answer = await tryCode(caller, codeOf(server, account.secret));
    const session = await server.call(sessionRoutes.read, {}, caller);

    expect(answer.status).toBe(401);
    expect(session.body.signIn).toBeNull();
  });
});
