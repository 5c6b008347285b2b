import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { anOrganization, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const aPersonWithPassword = async (memberships = 1): Promise<string> => {
    const email = `${randomUUID()}@people.example`;
    const { rows } = await server.owner.query<{ id: string }>(
      `insert into person (email, given_name, surname) values ($1, 'Sanna', 'Koskinen') returning id`,
      [email],
    );
    const id = rows[0]?.id;
    await server.owner.query('insert into credential (person_id, password_hash) values ($1, $2)', [id, await hash('oikea salasana')]);
    for (let count = 0; count < memberships; count++) {
      await server.owner.query(
        `insert into membership (person_id, organization_id, role, valid_from) values ($1, $2, 'providerWorker', '2020-01-01')`,
        [id, await anOrganization(server.owner)],
      );
    }
    return email;
  };
  const cookieOf = (headers: Headers): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

  it('opens a session for the right password, acting for the only organization there is', async () => {
    const email = await aPersonWithPassword();

    const answer = await server.call(sessionRoutes.signIn, { body: { email: email.toUpperCase(), password: 'oikea salasana' } });
    const session = await server.call(sessionRoutes.read, {}, { cookie: cookieOf(answer.headers) });

    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    expect(session.body.person?.givenName).toBe('Sanna');
    expect(session.body.acting?.role).toBe('providerWorker');
  });

  it('answers an unknown address and a wrong password with the same refusal', async () => {
    const email = await aPersonWithPassword();

    const wrong = await server.call(sessionRoutes.signIn, { body: { email, password: 'väärä' } });
    const unknown = await server.call(sessionRoutes.signIn, { body: { email: 'nobody@people.example', password: 'väärä' } });

    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrongCredentials']);
    expect([unknown.status, unknown.body.code]).toEqual([401, 'wrongCredentials']);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('closes the door for a while after five wrong passwords, also to the right one', async () => {
    const email = await aPersonWithPassword();
    for (let attempt = 0; attempt < 5; attempt++) await server.call(sessionRoutes.signIn, { body: { email, password: 'väärä' } });

    const right = await server.call(sessionRoutes.signIn, { body: { email, password: 'oikea salasana' } });

    expect([right.status, right.body.code]).toEqual([429, 'tooManyRequests']);
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
    const member = await signedIn(server.owner, { organizationId: await anOrganization(server.owner), role: 'coach' });

    await server.call(sessionRoutes.signOut, {}, member);
    const session = await server.call(sessionRoutes.read, {}, member);

    expect(session.body.person).toBeNull();
  });

  it('acts for a chosen organization with a new token, and the old token is worth nothing', async () => {
    const email = await aPersonWithPassword(2);
    const first = await server.call(sessionRoutes.signIn, { body: { email, password: 'oikea salasana' } });
    const [, second] = first.body.memberships;

    const changed = await server.call(sessionRoutes.actFor, { body: { membershipId: second?.id ?? '' } }, { cookie: cookieOf(first.headers) });
    const old = await server.call(sessionRoutes.read, {}, { cookie: cookieOf(first.headers) });

    expect(first.body.acting).toBeNull();
    expect(changed.body.acting?.membershipId).toBe(second?.id);
    expect(old.body.person).toBeNull();
  });

  it('cannot act for a membership of somebody else, or one that has ended', async () => {
    const organizationId = await anOrganization(server.owner);
    const member = await signedIn(server.owner, { organizationId, role: 'coach' });
    const other = await signedIn(server.owner, { organizationId, role: 'coordinator' });
    const ended = await signedIn(server.owner, { organizationId, role: 'coach', validTo: '2026-11-23' });

    const answer = await server.call(sessionRoutes.actFor, { body: { membershipId: other.membershipId } }, member);
    const session = await server.call(sessionRoutes.read, {}, ended);

    expect(answer.status).toBe(404);
    expect(session.body.acting).toBeNull();
  });

  it('refuses a write that comes from another site', async () => {
    const answer = await server.call(sessionRoutes.signOut, {}, { headers: { origin: 'https://elsewhere.example' } });

    expect([answer.status, answer.body.code]).toEqual([403, 'foreignOrigin']);
  });
});
