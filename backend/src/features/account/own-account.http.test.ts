import { accountRoutes } from '@rinnalla/shared/account/account-routes';
import { confirmationRoutes } from '@rinnalla/shared/account/confirmation-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { Secret } from 'otpauth';
import { cookieOf, hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
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
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';
import { ChangeAccount } from './change-account.js';

const newPassword = 'kahvikuppi ja pilvi';
const later = '2026-11-24T08:10:01+02:00';

describe('one’s own account', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(() => setClock(server, '2026-11-24T08:00:00+02:00'));
  afterAll(() => server.stop());

  const aSignedIn = async (
    given: Parameters<typeof anAccount>[1] = {},
  ): Promise<Account & { cookie: string }> => {
    const account = await anAccount(server, given);
    return { ...account, ...(await signInAs(server, account)) };
  };
  const changePassword = (caller: { cookie: string }, password = newPassword, current = aPassword) =>
    server.call(accountRoutes.changePassword, { body: { current, password } }, caller);
  const confirmByCode = (me: Account & { cookie: string }, secondsLater = 30) =>
    server.call(
      confirmationRoutes.confirm,
      { body: { way: 'code', code: codeOf(server, me.secret, secondsLater) } },
      me,
    );

  const aPasskey = async (personId: string): Promise<string> => {
    const { rows } = await server.owner.query<{ id: string }>(
      `insert into passkey (person_id, credential_id, public_key, counter, backed_up, name, created_at)
       values ($1, $2, decode('01', 'hex'), 0, false, 'Puhelin', now()) returning id`,
      [personId, crypto.randomUUID()],
    );
    return rows[0]?.id ?? '';
  };

  it('tells its ways of signing in and where one is signed in, and holds no key', async () => {
    const me = await aSignedIn();
    const { body } = await server.call(
      accountRoutes.read,
      {},
      {
        cookie: me.cookie,
        headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0' },
      },
    );

    expect(body).toMatchObject({
      email: me.email,
      hasPassword: true,
      isExempt: false,
      passkeys: [],
      identities: [],
      recoveryCodesLeft: 0,
    });
    expect(body.authenticator?.lastUsedAt).toMatch(/^2026-11-24T06:00/);
    expect(body.sessions).toMatchObject([{ method: 'password', isThis: true }]);
    expect(JSON.stringify(body)).not.toContain(me.secret?.base32);
  });

  it('asks anew who one is before a risky act, when ten minutes have gone by', async () => {
    const me = await aSignedIn();
    setClock(server, later);

    const refused = await changePassword(me);
    const wrong = await server.call(
      confirmationRoutes.confirm,
      { body: { way: 'password', password: aPassword } },
      me,
    );
    const confirmed = await confirmByCode(me, 0);
    const done = await changePassword(me);

    expect([refused.status, refused.body.code]).toEqual([403, 'confirmIdentity']);
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrongCredentials']);
    expect(confirmed.body.confirmedUntil).toMatch(/^2026-11-24T06:20/);
    expect(done.status).toBe(200);
    expect(await loggedActions(server.owner, me.personId)).toEqual([
      'signIn',
      'PUT /account/password',
      'confirmIdentityRefused',
      'confirmIdentity',
      'changePassword',
    ]);
  });

  it.each(Object.entries(accountRoutes).filter(([, { requiresStepUp }]) => requiresStepUp))(
    '%s is such a risky act',
    async (_, route) => {
      const me = await aSignedIn();
      setClock(server, later);

      const answer = await server.call(
        route as never,
        { params: { passkeyId: crypto.randomUUID(), sessionId: crypto.randomUUID() }, body: {} } as never,
        me,
      );

      expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'confirmIdentity']);
    },
  );

  it('takes five tries to prove who one is', async () => {
    const me = await aSignedIn();
    const tries = [];
    for (let time = 0; time < 6; time++)
      tries.push(
        (await server.call(confirmationRoutes.confirm, { body: { way: 'code', code: '000000' } }, me)).status,
      );

    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('changes the password with the current one; the token is new and every other session ends', async () => {
    const me = await aSignedIn();
    const elsewhere = await signInAs(server, me, 30);

    const wrong = await changePassword(me, newPassword, 'väärä');
    const changed = await changePassword(me);
    const statuses = await Promise.all(
      [me, elsewhere, { cookie: cookiesOf(changed.headers) }].map(
        async (caller) => (await server.call(accountRoutes.read, {}, caller)).status,
      ),
    );

    expect(wrong.body.fields).toEqual([{ path: 'body.current', code: 'invalid' }]);
    expect(statuses).toEqual([401, 401, 200]);
    expect(changed.body.sessions).toHaveLength(1);
    expect((await typePassword(server, me, newPassword)).status).toBe(200);
  });

  it('keeps its password when the session ends while another is on its way', async () => {
    const me = await aSignedIn();
    const tokenHash = hashOfToken(cookieOf(me.cookie, 'session') ?? '');

    const late = server.get(Database).inTransaction({ tokenHash }, async ({ transaction: { actor } }) => {
      await server.call(sessionRoutes.signOut, {}, me);
      const given = { current: aPassword, password: newPassword };
      return server.get(ChangeAccount).changePassword(actor as Actor, given);
    });

    await expect(late).rejects.toMatchObject({ code: 'notSignedIn' });
    expect((await typePassword(server, me)).status).toBe(200);
  });

  it('keeps the last factor, and lets another take its place', async () => {
    const me = await aSignedIn();

    const removed = await server.call(accountRoutes.removeAuthenticator, {}, me);
    const still = await server.call(accountRoutes.read, {}, me);

    expect([removed.status, removed.body.reason]).toEqual([409, 'lastFactor']);
    expect(still.body.authenticator).not.toBeNull();

    const [passkeyId, spare] = [await aPasskey(me.personId), await aPasskey(me.personId)];
    const moved = await server.call(accountRoutes.removeAuthenticator, {}, me);
    const fewer = await server.call(accountRoutes.removePasskey, { params: { passkeyId } }, me);
    const last = await server.call(accountRoutes.removePasskey, { params: { passkeyId: spare } }, me);

    expect(moved.body.authenticator).toBeNull();
    expect(fewer.body.passkeys).toMatchObject([{ id: spare }]);
    expect([last.status, last.body.reason]).toEqual([409, 'lastFactor']);
    expect((await loggedActions(server.owner, me.personId)).slice(1)).toEqual([
      'removeAuthenticator',
      'removePasskey',
    ]);
  });

  it('takes an authenticator into use by its first code', async () => {
    const me = await aSignedIn();
    await server.owner.query('delete from authenticator where person_id = $1', [me.personId]);
    const early = await server.call(accountRoutes.addAuthenticator, { body: { code: '000000' } }, me);
    const proposed = await server.call(
      accountRoutes.proposeAuthenticator,
      { body: {} },
      { cookie: me.cookie, headers: { 'idempotency-key': crypto.randomUUID() } },
    );
    const secret = Secret.fromBase32(proposed.body.secret);

    const wrong = await server.call(accountRoutes.addAuthenticator, { body: { code: '000000' } }, me);
    const right = await server.call(
      accountRoutes.addAuthenticator,
      { body: { code: codeOf(server, secret) } },
      me,
    );
    const { rows } = await server.owner.query<{ kept: string }>(
      'select k::text as kept from idempotency_key k',
    );

    expect([early.status, early.body.reason]).toEqual([409, 'nothingProposed']);
    expect(wrong.body.fields).toEqual([{ path: 'body.code', code: 'invalid' }]);
    expect(right.body.authenticator).not.toBeNull();
    expect(await loggedActions(server.owner, me.personId)).toContain('addAuthenticator');
    expect(rows.map(({ kept }) => kept).join()).not.toContain(proposed.body.secret);
  });

  it('has one authenticator: a second is refused until the first is given up', async () => {
    const me = await aSignedIn();
    const { body } = await server.call(
      accountRoutes.proposeAuthenticator,
      { body: {} },
      { cookie: me.cookie, headers: { 'idempotency-key': crypto.randomUUID() } },
    );

    const second = await server.call(
      accountRoutes.addAuthenticator,
      { body: { code: codeOf(server, Secret.fromBase32(body.secret)) } },
      me,
    );

    expect([second.status, second.body.reason]).toEqual([409, 'hasAuthenticator']);
  });

  it('keeps the password of a demonstration’s invented person: it is known to everybody', async () => {
    const me = await aSignedIn();
    await server.owner.query('update person set demonstration = true where id = $1', [me.personId]);

    const changed = await changePassword(me);

    expect([changed.status, changed.body.reason]).toEqual([403, 'demonstrationPerson']);
  });

  it('makes new recovery codes, and the former are worth nothing', async () => {
    const me = await aSignedIn();
    const renew = () => server.call(accountRoutes.renewRecoveryCodes, { body: {} }, me);
    const [first, second] = [await renew(), await renew()];

    const { rows } = await server.owner.query<{ count: number }>(
      'select count(*)::int as count from recovery_code where person_id = $1',
      [me.personId],
    );

    expect(new Set([...first.body.recoveryCodes, ...second.body.recoveryCodes]).size).toBe(20);
    expect(rows).toEqual([{ count: 10 }]);
  });

  it('ends one session or all others, and never another person’s', async () => {
    const me = await aSignedIn();
    const second = await signInAs(server, me, 30);
    setClock(server, '2026-11-24T08:00:30+02:00');
    const third = await signInAs(server, me, 30);
    const other = await aSignedIn();
    const thirdId = (await server.call(accountRoutes.read, {}, third)).body.sessions.find(
      ({ isThis }) => isThis,
    )?.id;
    const others = (await server.call(accountRoutes.read, {}, other)).body.sessions;

    const foreign = await server.call(
      accountRoutes.endSession,
      { params: { sessionId: others[0]?.id ?? '' } },
      me,
    );
    const one = await server.call(accountRoutes.endSession, { params: { sessionId: thirdId ?? '' } }, me);
    const afterOne = await server.call(sessionRoutes.read, {}, third);
    const ended = await server.call(accountRoutes.endOtherSessions, {}, me);
    const after = await server.call(sessionRoutes.read, {}, second);

    expect(foreign.status).toBe(404);
    expect(one.body.sessions).toHaveLength(2);
    expect(afterOne.body.person).toBeNull();
    expect(ended.body.sessions).toMatchObject([{ isThis: true }]);
    expect(after.body.person).toBeNull();
    expect((await server.call(accountRoutes.read, {}, other)).status).toBe(200);
    expect((await loggedActions(server.owner, me.personId)).slice(-2)).toEqual([
      'endSession',
      'endOtherSessions',
    ]);
  });

  it('ends after an hour of doing nothing and after twelve hours of doing anything', async () => {
    const [idle, busy] = [await aSignedIn(), await aSignedIn()];
    const isOpen = async (caller: { cookie: string }) =>
      (await server.call(sessionRoutes.read, {}, caller)).body.person !== null;
    const opened: boolean[] = [];

    for (let hour = 0; hour < 13; hour++) {
      setClock(server, new Date(Date.parse('2026-11-24T06:00:00Z') + hour * 59 * 60_000).toISOString());
      opened.push(await isOpen(busy));
    }

    expect(await isOpen(idle)).toBe(false);
    expect(opened).toEqual(Array<boolean>(13).fill(true));
    setClock(server, '2026-11-24T18:05:00Z');
    expect(await isOpen(busy)).toBe(false);
  });

  it('is out when the role changes: another right comes with another token', async () => {
    const me = await aSignedIn();

    await server.owner.query(`update membership set role = 'providerManager' where person_id = $1`, [
      me.personId,
    ]);

    expect((await server.call(accountRoutes.read, {}, me)).status).toBe(401);
  });
});
