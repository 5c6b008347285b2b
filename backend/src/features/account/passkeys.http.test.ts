import { accountRoutes } from '@rinnalla/shared/account/account-routes';
import { confirmationRoutes } from '@rinnalla/shared/account/confirmation-routes';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import { type Account, anAccount, cookiesOf, signInAs } from '../../testing/accounts.js';
import { loggedActions } from '../../testing/logged-actions.js';
import { SoftwarePasskey } from '../../testing/software-passkey.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

type Me = Account & { cookie: string };

describe('a passkey', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(() => setClock(server, '2026-11-24T08:00:00+02:00'));
  afterAll(() => server.stop());

  const aSignedIn = async (): Promise<Me> => {
    const account = await anAccount(server);
    return { ...account, ...(await signInAs(server, account)) };
  };
  /** Options are shown once: each answer has its own challenge, and no retry gets the same. */
  const challengeOf = async (
    route: typeof accountRoutes.newPasskeyOptions | typeof confirmationRoutes.passkeyOptions,
    me: Me,
  ): Promise<string> =>
    (
      await server.call(
        route,
        { body: {} },
        { cookie: me.cookie, headers: { 'idempotency-key': crypto.randomUUID() } },
      )
    ).body.options['challenge'] as string;
  const add = (me: Me, response: object) =>
    server.call(accountRoutes.addPasskey, { body: { name: 'Puhelin', response: response as never } }, me);
  const aKept = async (me: Me): Promise<SoftwarePasskey> => {
    const passkey = new SoftwarePasskey(server.url);
    await add(me, passkey.made(await challengeOf(accountRoutes.newPasskeyOptions, me)));
    return passkey;
  };
  /** Signs in with what a device makes of the challenge: what came of it, and the half-open sign-in. */
  const signIn = async (show: (challenge: string) => object) => {
    const begun = await server.call(
      signInRoutes.passkeyOptions,
      { body: {} },
      { cookie: '', headers: { 'idempotency-key': crypto.randomUUID() } },
    );
    const caller = { cookie: cookiesOf(begun.headers) };
    const response = show(begun.body.options['challenge'] as string);
    const answer = await server.call(
      signInRoutes.withPasskey,
      { body: { response: response as never } },
      caller,
    );
    return { answer, caller, response };
  };

  it('is taken into use by its answer to our challenge, once, and the log says so', async () => {
    const me = await aSignedIn();
    const passkey = new SoftwarePasskey(server.url);

    const added = await add(me, passkey.made(await challengeOf(accountRoutes.newPasskeyOptions, me)));
    const again = await add(me, passkey.made(await challengeOf(accountRoutes.newPasskeyOptions, me)));

    expect(added.body.passkeys).toMatchObject([{ name: 'Puhelin' }]);
    expect([again.status, again.body.reason]).toEqual([409, 'hasPasskey']);
    expect(
      (await loggedActions(server.owner, me.personId)).filter((one) => one === 'addPasskey'),
    ).toHaveLength(1);
  });

  it('is refused with another’s challenge, an old one, or from another site', async () => {
    const [me, other] = [await aSignedIn(), await aSignedIn()];
    const passkey = new SoftwarePasskey(server.url);
    const old = await challengeOf(accountRoutes.newPasskeyOptions, me);

    const ofOther = await add(me, passkey.made(await challengeOf(accountRoutes.newPasskeyOptions, other)));
    await challengeOf(accountRoutes.newPasskeyOptions, me);
    const late = await add(me, passkey.made(old));
    const foreign = await add(
      me,
      new SoftwarePasskey('http://localhost.example').made(
        await challengeOf(accountRoutes.newPasskeyOptions, me),
      ),
    );

    expect([ofOther, late, foreign].map(({ status, body }) => [status, body.reason])).toEqual(
      Array(3).fill([401, 'secondFactor']),
    );
  });

  it('signs in alone, as two factors; a challenge is answered once', async () => {
    const me = await aSignedIn();
    const passkey = await aKept(me);

    const { answer, caller, response } = await signIn((challenge) => passkey.shown(challenge));
    const replayed = await server.call(
      signInRoutes.withPasskey,
      { body: { response: response as never } },
      caller,
    );

    expect([answer.status, answer.body.person?.id]).toEqual([200, me.personId]);
    expect([replayed.status, replayed.body.reason]).toEqual([401, 'signInOver']);
  });

  it('signs nobody in when it is unknown, or when the challenge was another', async () => {
    const me = await aSignedIn();
    const passkey = await aKept(me);

    const unknown = await signIn((challenge) => new SoftwarePasskey(server.url).shown(challenge));
    const other = await signIn(() => passkey.shown('b3RoZXI'));

    expect([unknown, other].map(({ answer }) => [answer.status, answer.body.reason])).toEqual(
      Array(2).fill([401, 'secondFactor']),
    );
  });

  it('proves anew who one is; another’s does not', async () => {
    const [me, other] = [await aSignedIn(), await aSignedIn()];
    const [own, others] = [await aKept(me), await aKept(other)];
    const confirm = async (passkey: SoftwarePasskey) =>
      server.call(
        confirmationRoutes.confirm,
        {
          body: {
            way: 'passkey',
            response: passkey.shown(await challengeOf(confirmationRoutes.passkeyOptions, me)) as never,
          },
        },
        me,
      );

    expect([(await confirm(own)).status, (await confirm(others)).status]).toEqual([200, 401]);
  });

  it('is given up by its owner alone', async () => {
    const [me, other] = [await aSignedIn(), await aSignedIn()];
    await aKept(other);
    const others = (await server.call(accountRoutes.read, {}, other)).body.passkeys;

    const answer = await server.call(
      accountRoutes.removePasskey,
      { params: { passkeyId: others[0]?.id ?? '' } },
      me,
    );

    expect([others.length, answer.status]).toEqual([1, 404]);
  });
});
