import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { hashOfToken, newSessionToken } from '../../platform/auth/session-token.js';
import { anAccount, cookiesOf } from '../../testing/accounts.js';
import { anIdentityService, clientSecret, type IdentityService } from '../../testing/identity-service.js';
import { loggedActions } from '../../testing/logged-actions.js';
import { anOrganization } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

/** Against a real OpenID provider, over the network. */
describe('an organization’s own sign-in', () => {
  let server: TestServer;
  let service: IdentityService;
  beforeAll(async () => {
    // The provider signs its tokens with the time of day: ours must be the same.
    server = await startTestServer({
      OIDC_CLIENT_SECRETS: JSON.stringify({ test: clientSecret }),
      CLOCK: new Date().toISOString(),
    });
    service = await anIdentityService(`${server.url}/kirjaudu/paluu`);
  });
  afterAll(async () => {
    await service.stop();
    await server.stop();
  });

  interface AProvider {
    issuer?: string;
    acrValues?: string[];
    amrValues?: string[];
    secretName?: string;
  }
  const aProvider = async ({
    issuer = service.issuer,
    acrValues = ['loa3'],
    amrValues = [],
    secretName = 'test',
  }: AProvider = {}) => {
    const organizationId = await anOrganization(server.owner);
    const { rows } = await server.owner.query<{ id: string }>(
      `insert into identity_provider (organization_id, issuer, client_id, secret_name, acr_values, amr_values, updated_at) values ($1, $2, 'rinnalla', $3, $4, $5, now()) returning id`,
      [organizationId, issuer, secretName, acrValues, amrValues],
    );
    return { organizationId, providerId: rows[0]?.id ?? '' };
  };
  /** A member of that organization, known there by a subject. */
  const aKnownPerson = async ({
    organizationId,
    providerId,
  }: {
    organizationId: string;
    providerId: string;
  }) => {
    const account = await anAccount(server, { withAuthenticator: false });
    const subject = crypto.randomUUID();
    await server.owner.query(
      `insert into membership (person_id, organization_id, role, valid_from) values ($1, $2, 'providerWorker', '2020-01-01')`,
      [account.personId, organizationId],
    );
    await server.owner.query(
      'insert into identity (provider_id, subject, person_id, created_at) values ($1, $2, $3, now())',
      [providerId, subject, account.personId],
    );
    return { ...account, subject };
  };
  const anInvitation = async (organizationId: string) => {
    const token = newSessionToken();
    const { rows } = await server.owner.query<{ id: string }>(
      `insert into person (email, given_name, surname) values ($1, 'Outi', 'Niemi') returning id`,
      [`${crypto.randomUUID()}@people.example`],
    );
    await server.owner.query(
      `insert into account_token (token_hash, person_id, purpose, organization_id, created_at, expires_at) values (decode($1, 'hex'), $2, 'invitation', $3, now(), now() + interval '7 days')`,
      [hashOfToken(token), rows[0]?.id, organizationId],
    );
    return { token, personId: rows[0]?.id ?? '' };
  };

  const leave = (providerId: string, invitation?: string) =>
    server.call(signInRoutes.toProvider, { body: { providerId, ...(invitation ? { invitation } : {}) } });
  const comeBack = (
    caller: { cookie: string },
    { code = '', state = '', iss }: Record<string, string | undefined>,
  ) => server.call(signInRoutes.fromProvider, { body: { code, state, ...(iss ? { iss } : {}) } }, caller);
  /** There and, for whoever signs in there, back again with the answer in hand. */
  const goThere = async (providerId: string, login: IdentityService['login'], invitation?: string) => {
    const left = await leave(providerId, invitation);
    service.login = login;
    return { caller: { cookie: cookiesOf(left.headers) }, answer: await service.visit(left.body.address) };
  };
  const refusalOf = ({
    status,
    body,
  }: {
    status: number;
    body: { code?: string | undefined; reason?: string | undefined };
  }) => [status, body.code, body.reason];

  it('lets in who is known there by a subject, with both factors proven there, for that organization alone', async () => {
    const provider = await aProvider();
    const person = await aKnownPerson(provider);
    const { caller, answer } = await goThere(provider.providerId, { accountId: person.subject, acr: 'loa3' });

    const entered = await comeBack(caller, answer);
    const session = await server.call(sessionRoutes.read, {}, { cookie: cookiesOf(entered.headers) });
    const other = session.body.memberships.find(
      ({ organization }) => organization.id !== provider.organizationId,
    );
    const elsewhere = await server.call(
      sessionRoutes.actFor,
      { body: { membershipId: other?.id ?? '' } },
      { cookie: cookiesOf(entered.headers) },
    );

    expect(entered.status).toBe(200);
    expect([session.body.person?.id, session.body.acting?.organization.id]).toEqual([
      person.personId,
      provider.organizationId,
    ]);
    expect(elsewhere.status).toBe(404);
  });

  it('sends code, PKCE, state and nonce, each new', async () => {
    const { providerId } = await aProvider();
    const [first, second] = [await leave(providerId), await leave(providerId)].map(
      ({ body }) => new URL(body.address).searchParams,
    );

    expect(Object.fromEntries(first!)).toMatchObject({
      response_type: 'code',
      client_id: 'rinnalla',
      code_challenge_method: 'S256',
      acr_values: 'loa3',
      redirect_uri: `${server.url}/kirjaudu/paluu`,
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(first!.get(name)).not.toBe(second!.get(name));
  });

  it('refuses an answer that comes a second time, and a code that was used', async () => {
    const provider = await aProvider();
    const person = await aKnownPerson(provider);
    const { caller, answer } = await goThere(provider.providerId, { accountId: person.subject, acr: 'loa3' });
    const first = await comeBack(caller, answer);

    const again = await comeBack(caller, answer);
    const { caller: another, answer: fresh } = await goThere(provider.providerId, {
      accountId: person.subject,
      acr: 'loa3',
    });
    const oldCode = await comeBack(another, { ...fresh, code: answer['code'] });

    expect(first.status).toBe(200);
    expect(refusalOf(again)).toEqual([401, 'notSignedIn', 'signInOver']);
    expect(refusalOf(oldCode)).toEqual([401, 'wrongCredentials', 'provider']);
  });

  it('refuses another state, another nonce, another issuer, another verifier and another browser', async () => {
    const provider = await aProvider();
    const person = await aKnownPerson(provider);
    const spoilt = async (column: 'nonce' | 'code_verifier') => {
      const { caller, answer } = await goThere(provider.providerId, {
        accountId: person.subject,
        acr: 'loa3',
      });
      await server.owner.query(`update sign_in set ${column} = $1 where closed_at is null`, [
        `another-${crypto.randomUUID()}-${crypto.randomUUID()}`,
      ]);
      return refusalOf(await comeBack(caller, answer));
    };
    const { caller, answer } = await goThere(provider.providerId, { accountId: person.subject, acr: 'loa3' });
    const { caller: second, answer: secondAnswer } = await goThere(provider.providerId, {
      accountId: person.subject,
      acr: 'loa3',
    });
    const vouchesForNobody = [401, 'wrongCredentials', 'provider'];

    expect(refusalOf(await comeBack(caller, { ...answer, state: 'another' }))).toEqual(vouchesForNobody);
    expect(refusalOf(await comeBack(second, { ...secondAnswer, iss: 'https://else.example' }))).toEqual(
      vouchesForNobody,
    );
    expect(await spoilt('nonce')).toEqual(vouchesForNobody);
    expect(await spoilt('code_verifier')).toEqual(vouchesForNobody);
    const { answer: theirs } = await goThere(provider.providerId, { accountId: person.subject, acr: 'loa3' });
    expect(refusalOf(await comeBack({ cookie: '' }, theirs))).toEqual([401, 'notSignedIn', 'signInOver']);
  });

  it('lets nobody in whose sign-in was given up while the service was asked', async () => {
    const provider = await aProvider();
    const person = await aKnownPerson(provider);
    const { caller, answer } = await goThere(provider.providerId, { accountId: person.subject, acr: 'loa3' });
    service.meanwhile = () => server.call(signInRoutes.cancel, {}, caller);

    const late = await comeBack(caller, answer);
    service.meanwhile = undefined;

    expect(refusalOf(late)).toEqual([401, 'notSignedIn', 'signInOver']);
  });

  it('refuses a service that says it is another than the settings do', async () => {
    const { providerId } = await aProvider({ issuer: service.issuer.replace('127.0.0.1', 'localhost') });

    expect(refusalOf(await leave(providerId))).toEqual([401, 'wrongCredentials', 'provider']);
  });

  it('refuses who proved one factor where two were agreed; methods count as well as a level', async () => {
    const byLevel = await aProvider();
    const byMethods = await aProvider({ acrValues: [], amrValues: ['pwd', 'otp'] });
    const [first, second] = [await aKnownPerson(byLevel), await aKnownPerson(byMethods)];
    const come = async (providerId: string, login: IdentityService['login']) => {
      const { caller, answer } = await goThere(providerId, login);
      return comeBack(caller, answer);
    };

    expect(refusalOf(await come(byLevel.providerId, { accountId: first.subject, acr: 'loa1' }))).toEqual([
      403,
      'notAllowed',
      'twoFactorsMissing',
    ]);
    expect(refusalOf(await come(byMethods.providerId, { accountId: second.subject, amr: ['pwd'] }))).toEqual([
      403,
      'notAllowed',
      'twoFactorsMissing',
    ]);
    expect(
      (await come(byMethods.providerId, { accountId: second.subject, amr: ['pwd', 'otp'] })).body.person?.id,
    ).toBe(second.personId);
  });

  it('asks for a factor of our own where nothing was agreed', async () => {
    const provider = await aProvider({ acrValues: [] });
    const person = await aKnownPerson(provider);
    const { caller, answer } = await goThere(provider.providerId, { accountId: person.subject });

    const come = await comeBack(caller, answer);

    expect([come.status, come.body.person, come.body.signIn?.next]).toEqual([200, null, 'enrolment']);
  });

  it('knows nobody by an address: an unknown subject is told clearly, even with a colleague’s e-mail for its name', async () => {
    const provider = await aProvider();
    const person = await aKnownPerson(provider);
    const { caller, answer } = await goThere(provider.providerId, { accountId: person.email, acr: 'loa3' });

    const refusals = async () =>
      (
        await server.owner.query(
          `select from audit_event where action = 'signInRefused' and object_type = 'identityProvider' and result = 'refused' and details->>'reason' = 'unknownIdentity'`,
        )
      ).rowCount ?? 0;
    const before = await refusals();

    expect(refusalOf(await comeBack(caller, answer))).toEqual([403, 'notAllowed', 'unknownIdentity']);
    expect((await refusals()) - before).toBe(1);
  });

  it('joins a subject to a person by that organization’s own invitation, once', async () => {
    const [provider, other] = [await aProvider(), await aProvider()];
    const invitation = await anInvitation(provider.organizationId);
    const subject = crypto.randomUUID();
    const wrongHouse = await goThere(other.providerId, { accountId: subject, acr: 'loa3' }, invitation.token);
    const refused = await comeBack(wrongHouse.caller, wrongHouse.answer);
    const { caller, answer } = await goThere(
      provider.providerId,
      { accountId: subject, acr: 'loa3' },
      invitation.token,
    );

    const joined = await comeBack(caller, answer);
    const usedUp = await leave(provider.providerId, invitation.token);
    const { caller: later, answer: laterAnswer } = await goThere(provider.providerId, {
      accountId: subject,
      acr: 'loa3',
    });

    expect(refusalOf(refused)).toEqual([403, 'notAllowed', 'unknownIdentity']);
    expect(joined.body.person?.id).toBe(invitation.personId);
    expect((await loggedActions(server.owner, invitation.personId)).slice(0, 2)).toEqual([
      'joinIdentity',
      'signIn',
    ]);
    expect(refusalOf(usedUp)).toEqual([404, 'notFound', 'linkGone']);
    expect((await comeBack(later, laterAnswer)).body.person?.id).toBe(invitation.personId);
  });

  it('says so when the service is down or has no secret here, before and after the way there', async () => {
    const nobody = await aProvider({ issuer: 'http://127.0.0.1:9' });
    const secretless = await aProvider({ secretName: 'unknown' });
    const closing = await anIdentityService(`${server.url}/kirjaudu/paluu`);
    const provider = await aProvider({ issuer: closing.issuer });
    const left = await leave(provider.providerId);
    closing.login = { accountId: 'somebody', acr: 'loa3' };
    const answer = await closing.visit(left.body.address);
    await closing.stop();

    const down = [503, 'unavailable', 'providerDown'];
    expect(refusalOf(await leave(nobody.providerId))).toEqual(down);
    expect(refusalOf(await leave(secretless.providerId))).toEqual(down);
    expect(refusalOf(await comeBack({ cookie: cookiesOf(left.headers) }, answer))).toEqual(down);
  });

  it('is offered by the organization’s name', async () => {
    const { providerId } = await aProvider();
    const { body } = await server.call(signInRoutes.providers, {});

    expect(body.providers.map(({ id }) => id)).toContain(providerId);
    expect(JSON.stringify(body)).not.toContain('issuer');
  });
});
