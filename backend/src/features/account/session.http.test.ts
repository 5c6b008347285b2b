import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { anAccount, codeOf, cookiesOf, signInAs, typePassword } from '../../testing/accounts.js';
import { send } from '../../testing/hostile-requests.js';
import { loggedActions } from '../../testing/logged-actions.js';
import { anOrganization, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('opens a session after the second factor, acting for the only organization there is', async () => {
    const account = await anAccount(server);

    const first = await typePassword(server, {
      email: account.email.toUpperCase(),
      personId: account.personId,
    });
    const second = await server.call(
      signInRoutes.withCode,
      { body: { code: codeOf(server, account.secret) } },
      { cookie: cookiesOf(first.headers) },
    );
    const session = await server.call(sessionRoutes.read, {}, { cookie: cookiesOf(second.headers) });

    expect([first.status, first.body.person, first.body.signIn]).toEqual([
      200,
      null,
      { next: 'secondFactor', ways: ['code', 'recoveryCode'] },
    ]);
    expect(second.headers.getSetCookie()[0]).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(session.body.person?.givenName).toBe('Sanna');
    expect(session.body.acting?.role).toBe('providerWorker');
  });

  it('answers an unknown address and a wrong password with the same refusal', async () => {
    const account = await anAccount(server);
    const wrong = await typePassword(server, account, 'väärä');
    const unknown = await typePassword(server, { email: 'nobody@people.example', personId: '' }, 'väärä');

    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrongCredentials']);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect([...unknown.headers.keys()]).toEqual([...wrong.headers.keys()]);
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expect(await loggedActions(server.owner, account.personId)).toEqual(['signInRefused']);
  });

  it('tells which fields are missing, and refuses unknown ones', async () => {
    const answer = await server.call(sessionRoutes.signIn, { body: { email: '', admin: true } as never });

    expect(answer.status).toBe(400);
    expect(answer.body.fields).toEqual([
      { path: 'body.email', code: 'required', limit: 1 },
      { path: 'body.password', code: 'required' },
      { path: 'body.admin', code: 'unknownField' },
    ]);
  });

  it('ends with signing out', async () => {
    const member = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'coach',
    });

    await server.call(sessionRoutes.signOut, {}, member);
    const session = await server.call(sessionRoutes.read, {}, member);

    expect(session.body.person).toBeNull();
  });

  it('acts for a chosen organization with a new token and no later end, and the old token is worth nothing', async () => {
    const first = await signInAs(server, await anAccount(server, { memberships: 2 }));
    const before = (await server.call(sessionRoutes.read, {}, first)).body;
    const [, second] = before.memberships;

    const changed = await server.call(
      sessionRoutes.actFor,
      { body: { membershipId: second?.id ?? '' } },
      first,
    );
    const old = await server.call(sessionRoutes.read, {}, first);
    const { rows } = await server.owner.query<{ ends: number }>(
      'select count(distinct expires_at)::int as ends from session where person_id = $1',
      [before.person?.id],
    );

    expect(before.acting).toBeNull();
    expect(changed.body.acting?.membershipId).toBe(second?.id);
    expect(old.body.person).toBeNull();
    expect(rows).toEqual([{ ends: 1 }]);
  });

  it('cannot act for a membership of somebody else, or one that has ended', async () => {
    const organizationId = await anOrganization(server.owner);
    const member = await signedIn(server.owner, { organizationId, role: 'coach' });
    const other = await signedIn(server.owner, { organizationId, role: 'coordinator' });
    const ended = await signedIn(server.owner, { organizationId, role: 'coach', validTo: '2026-11-23' });

    const answer = await server.call(
      sessionRoutes.actFor,
      { body: { membershipId: other.membershipId } },
      member,
    );
    const session = await server.call(sessionRoutes.read, {}, ended);

    expect(answer.status).toBe(404);
    expect(session.body.acting).toBeNull();
  });

  it('is bound to an address of ours: under a name that somebody else gave this machine no passkey is asked for', async () => {
    const answer = await send(server.url, {
      operation: '',
      method: signInRoutes.passkeyOptions.method,
      path: `/api${signInRoutes.passkeyOptions.path}`,
      headers: { 'content-type': 'application/json', host: 'rinnalla.elsewhere.example' },
      body: '{}',
    });

    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      403,
      expect.objectContaining({ code: 'foreignOrigin' }),
    ]);
  });

  it('refuses a write that comes from another site', async () => {
    const answer = await server.call(
      sessionRoutes.signOut,
      {},
      { headers: { origin: 'https://elsewhere.example' } },
    );

    expect([answer.status, answer.body.code]).toEqual([403, 'foreignOrigin']);
  });
});
