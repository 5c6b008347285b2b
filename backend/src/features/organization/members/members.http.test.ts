import { mailedRoutes } from '@rinnalla/shared/account/account-routes';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { JobWorker } from '../../../platform/jobs/job-worker.js';
import { aMailServer, type MailServer } from '../../../testing/mail-server.js';
import { anOrganization, type SignedIn, signedIn } from '../../../testing/people.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';

type Invited = InputOf<typeof memberRoutes.invite>['body'];
type Changed = InputOf<typeof memberRoutes.change>['body'];

describe('the people of an organization', () => {
  let server: TestServer;
  let post: MailServer;
  let associationId: string;
  let kaisa: SignedIn;
  beforeAll(async () => {
    post = await aMailServer();
    server = await startTestServer({ SMTP_URL: post.url });
  });
  beforeEach(async () => {
    associationId = await anOrganization(server.owner, { name: 'Keksitty ry' });
    kaisa = await member('providerManager', 'Kaisa', 'Vuori');
    post.received.length = 0;
  });
  afterAll(async () => {
    await server.stop();
    await post.stop();
  });

  const member = (role: Role, givenName: string, surname: string, of = associationId, validTo?: string) =>
    signedIn(server.owner, {
      organizationId: of,
      role,
      givenName,
      surname,
      ...(validTo ? { validTo } : {}),
    });
  const search = (by: SignedIn, body: InputOf<typeof memberRoutes.search>['body'] = {}) =>
    server.call(memberRoutes.search, { body }, by);
  const invite = (given: Partial<Invited> = {}, by = kaisa) =>
    server.call(
      memberRoutes.invite,
      {
        body: {
          email: `${crypto.randomUUID()}@people.example`,
          givenName: 'Outi',
          surname: 'Berg',
          language: 'sv',
          role: 'providerWorker',
          validFrom: '2026-11-24',
          ...given,
        },
      },
      by,
    );
  const change = (of: { membershipId: string }, given: Partial<Changed> = {}, by = kaisa) =>
    server.call(
      memberRoutes.change,
      {
        params: { membershipId: of.membershipId },
        body: { version: 1, role: 'providerWorker', validFrom: '2020-01-01', ...given },
      },
      by,
    );
  /** Lets the jobs run; the token in the link of the newest mail. */
  const mailedToken = async (): Promise<string> => {
    await server.get(JobWorker).runDue();
    const raw = String(post.received.at(-1)?.raw).replaceAll('=\r\n', '');
    return /#([\w-]{43})/.exec(raw)?.[1] ?? '';
  };

  it('are listed for who leads, with address, role and status; those who have ended apart', async () => {
    const pekka = await member('providerWorker', 'Pekka', 'Ahola', associationId, '2026-11-30');
    await member('providerWorker', 'Entinen', 'Aalto', associationId, '2026-11-23');
    await member('providerWorker', 'Muu', 'Muualta', await anOrganization(server.owner));

    const now = await search(kaisa);
    const over = await search(kaisa, { ended: true });

    expect(now.body.items.map(({ name, status, isMe }) => [name, status, isMe])).toEqual([
      ['Pekka Ahola', 'ending', false],
      ['Kaisa Vuori', 'active', true],
    ]);
    expect(now.body.items[0]).toMatchObject({
      email: `${pekka.personId}@people.example`,
      role: 'providerWorker',
      validTo: '2026-11-30',
    });
    expect(now.body.grantableRoles).toEqual(['providerWorker', 'providerManager']);
    expect(over.body.items.map(({ name, status }) => [name, status])).toEqual([['Entinen Aalto', 'ended']]);
  });

  it('are found by the beginning of either name or of the address, page by page', async () => {
    const pekka = await member('providerWorker', 'Pekka', 'Ahola');
    await member('providerWorker', 'Outi', 'Berg');

    const names = async (body: InputOf<typeof memberRoutes.search>['body']) =>
      (await search(kaisa, body)).body.items.map(({ name }) => name);
    const first = await search(kaisa, { limit: 1 });

    expect(await names({ name: 'ahol' })).toEqual(['Pekka Ahola']);
    expect(await names({ name: 'OUTI b' })).toEqual(['Outi Berg']);
    expect(await names({ name: pekka.personId })).toEqual(['Pekka Ahola']);
    expect(await names({ name: '%' })).toEqual([]);
    expect(await names({ limit: 1, after: first.body.next ?? '' })).toEqual(['Outi Berg']);
  });

  it('are no list for anybody else', async () => {
    const kouvola = await anOrganization(server.owner, { kind: 'municipality' });
    const others = await Promise.all([
      member('providerWorker', 'Pekka', 'Ahola'),
      ...(['coach', 'coordinator', 'dataProtectionOfficer', 'evaluator'] as const).map((role) =>
        member(role, 'Sanna', 'Koskinen', kouvola),
      ),
    ]);

    const answers = await Promise.all(others.map((by) => search(by)));

    expect(answers.map(({ status, body }) => [status, body.reason])).toEqual(
      answers.map(() => [403, 'notAManager']),
    );
  });

  it('are invited by mail, wait, and are active when they have a password', async () => {
    const invited = await invite();
    const token = await mailedToken();
    const waiting = await search(kaisa, { name: 'Berg' });
    await server.call(mailedRoutes.acceptInvitation, { body: { token, password: 'kahvikuppi ja pilvi' } });
    const after = await search(kaisa, { name: 'Berg' });

    expect([invited.status, invited.body.isInvited, invited.body.member.invitation]).toEqual([
      201,
      true,
      null,
    ]);
    expect(waiting.body.items[0]).toMatchObject({
      status: 'invited',
      invitation: { expiresAt: expect.stringMatching(/^2026-12-01/) },
    });
    expect(after.body.items[0]).toMatchObject({ status: 'active', invitation: null });
  });

  it('keep their name and account when another organization knows the address already, and get no mail', async () => {
    const mikael = await member('providerWorker', 'Mikael', 'Lind', await anOrganization(server.owner));
    await server.owner.query(`insert into credential (person_id, password_hash) values ($1, 'x')`, [
      mikael.personId,
    ]);

    const { body } = await invite({ email: `${mikael.personId}@PEOPLE.example`, givenName: 'Joku' });
    await server.get(JobWorker).runDue();

    expect([body.isInvited, body.member.name, body.member.status]).toEqual([false, 'Mikael Lind', 'active']);
    expect(post.received).toEqual([]);
  });

  it('have each role once at a time, also when two invite at once; a second role is a second membership', async () => {
    const email = `${crypto.randomUUID()}@people.example`;

    const atOnce = await Promise.all([invite({ email }), invite({ email }), invite({ email })]);
    const another = await invite({ email, role: 'providerManager' });

    expect(atOnce.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(another.status).toBe(201);
  });

  it('are not invited into a role above one’s own, by oneself, or from a day that has passed', async () => {
    const answers = [
      await invite({ role: 'coach' }),
      await invite({ role: 'administrator' }),
      await invite({ email: `${kaisa.personId}@people.example` }),
      await invite({ validFrom: '2026-11-23' }),
      await invite({ validFrom: '2026-11-30', validTo: '2026-11-29' }),
      await invite({}, await member('providerWorker', 'Pekka', 'Ahola')),
    ];

    expect(answers.map(({ status, body }) => [status, body.reason ?? body.fields?.[0]])).toEqual([
      [403, 'roleAboveOwn'],
      [403, 'roleAboveOwn'],
      [403, 'ownMembership'],
      [400, { path: 'body.validFrom', code: 'inThePast' }],
      [400, { path: 'body.validTo', code: 'endBeforeStart' }],
      [403, 'notAManager'],
    ]);
  });

  it('get the invitation again; the earlier link then leads nowhere', async () => {
    const { body } = await invite();
    const first = await mailedToken();
    const again = await server.call(
      memberRoutes.inviteAgain,
      { params: { membershipId: body.member.membershipId } },
      kaisa,
    );
    const second = await mailedToken();
    const read = (token: string) => server.call(mailedRoutes.readInvitation, { body: { token } });

    expect([again.status, (await read(first)).status, (await read(second)).status]).toEqual([201, 404, 200]);
  });

  it('whose invitation is withdrawn cannot take it up, whether its mail has left or not', async () => {
    const left = await invite();
    const token = await mailedToken();
    const waiting = await invite();
    const withdraw = (membershipId: string) =>
      server.call(memberRoutes.withdrawInvitation, { params: { membershipId } }, kaisa);

    const answers = [
      await withdraw(left.body.member.membershipId),
      await withdraw(waiting.body.member.membershipId),
      await withdraw(waiting.body.member.membershipId),
    ];
    const mailed = post.received.length;
    await server.get(JobWorker).runDue();
    const taken = await server.call(mailedRoutes.acceptInvitation, {
      body: { token, password: 'kahvikuppi ja pilvi' },
    });

    expect(answers.map(({ status, body }) => [status, body.member?.status ?? body.reason])).toEqual([
      [200, 'ended'],
      [200, 'ended'],
      [409, 'membershipEnded'],
    ]);
    expect([taken.status, post.received.length]).toEqual([404, mailed]);
  });

  it('who have signed in once are not invited again, and their membership is not withdrawn as an invitation', async () => {
    const pekka = await member('providerWorker', 'Pekka', 'Ahola');
    const params = { membershipId: pekka.membershipId };

    const answers = [
      await server.call(memberRoutes.inviteAgain, { params }, kaisa),
      await server.call(memberRoutes.withdrawInvitation, { params }, kaisa),
    ];

    expect(answers.map(({ status, body }) => [status, body.reason])).toEqual([
      [409, 'notInvited'],
      [409, 'notInvited'],
    ]);
  });

  it('get another role and an end; another role ends their sessions', async () => {
    const pekka = await member('providerWorker', 'Pekka', 'Ahola');

    const ending = await change(pekka, { validTo: '2026-12-31', title: { fi: 'Vertaisohjaaja' } });
    const still = await server.call(sessionRoutes.read, {}, pekka);
    const raised = await change(pekka, { version: 2, role: 'providerManager' });
    const gone = await server.call(sessionRoutes.read, {}, pekka);

    expect(ending.body.member).toMatchObject({
      version: 2,
      status: 'ending',
      validTo: '2026-12-31',
      title: { fi: 'Vertaisohjaaja' },
    });
    expect(still.body.acting?.role).toBe('providerWorker');
    expect([raised.status, raised.body.member.role, gone.body.person]).toEqual([
      200,
      'providerManager',
      null,
    ]);
  });

  it('are changed by the first of two; the second is told by whom and when', async () => {
    const pekka = await member('providerWorker', 'Pekka', 'Ahola');
    const liisa = await member('providerManager', 'Liisa', 'Aho');
    await change(pekka, { validTo: '2026-12-31' });

    const late = await change(pekka, { validTo: '2026-11-30' }, liisa);

    expect([late.status, late.body.code, late.body.details]).toEqual([
      409,
      'changedMeanwhile',
      { actorName: 'Kaisa Vuori', at: expect.stringMatching(/^2026-11-24T06:00:/), version: 2 },
    ]);
  });

  it('do not change their own role or days, nor those of a role above theirs or of another organization', async () => {
    const kouvola = await anOrganization(server.owner, { kind: 'municipality' });
    const riikka = await member('serviceManager', 'Riikka', 'Sund', kouvola);
    const root = await member('administrator', 'Pää', 'Käyttäjä', kouvola);
    const pekka = await member('providerWorker', 'Pekka', 'Ahola');

    const answers = [
      await change(kaisa, { role: 'providerManager' }),
      await change(root, { role: 'coach' }, riikka),
      await change(pekka, { role: 'administrator' }),
      await change(pekka, { role: 'coach' }, riikka),
      await change(pekka, {}, pekka),
    ];

    expect(answers.map(({ status, body }) => [status, body.reason])).toEqual([
      [403, 'ownMembership'],
      [403, 'roleAboveOwn'],
      [403, 'roleAboveOwn'],
      [404, undefined],
      [403, 'notAManager'],
    ]);
  });

  it.each([
    [{ validTo: '2026-11-23' }, 'validTo', 'inThePast'],
    [{ validFrom: '2026-12-01' }, 'validFrom', 'inThePast'],
    [{ validTo: '2019-12-31' }, 'validTo', 'endBeforeStart'],
  ])('do not get the days %j', async (days, field, code) => {
    const pekka = await member('providerWorker', 'Pekka', 'Ahola');

    const answer = await change(pekka, days);

    expect([answer.status, answer.body.fields]).toEqual([400, [{ path: `body.${field}`, code }]]);
  });

  it('always keep one who leads without an end: not even two managers at once take it from each other', async () => {
    const liisa = await member('providerManager', 'Liisa', 'Aho');

    const atOnce = await Promise.all([
      change(liisa, { role: 'providerManager', validTo: '2026-12-31' }, kaisa),
      change(kaisa, { role: 'providerManager', validTo: '2026-12-31' }, liisa),
    ]);
    const invited = await invite({ role: 'providerManager' });
    const winner = atOnce.findIndex(({ status }) => status === 200);
    const [left, dated] = winner === 0 ? [kaisa, liisa] : [liisa, kaisa];
    const still = await change(left, { role: 'providerWorker' }, dated);

    expect(atOnce.map(({ status, body }) => `${status} ${body.reason ?? ''}`).sort()).toEqual([
      '200 ',
      '409 lastManager',
    ]);
    // Who was only invited leads nothing yet.
    expect([invited.status, still.status, still.body.reason]).toEqual([201, 409, 'lastManager']);
  });

  it('whose days are over are changed no more: who comes back is invited anew', async () => {
    const former = await member('providerWorker', 'Entinen', 'Aalto', associationId, '2026-11-23');

    const answer = await change(former);

    expect([answer.status, answer.body.reason]).toEqual([409, 'membershipEnded']);
  });

  it('are asked for a fresh proof before they invite or change', async () => {
    await server.owner.query(`update session set confirmed_at = '2026-11-24T05:40Z' where id = $1`, [
      kaisa.sessionId,
    ]);
    const pekka = await member('providerWorker', 'Pekka', 'Ahola');

    const answers = [await invite(), await change(pekka)];

    expect(answers.map(({ body }) => body.code)).toEqual(['confirmIdentity', 'confirmIdentity']);
  });

  it('leave a row in the log for each act, without an address', async () => {
    const { body } = await invite();
    const { membershipId } = body.member;
    await server.call(memberRoutes.inviteAgain, { params: { membershipId } }, kaisa);
    await change({ membershipId }, { validFrom: '2026-11-24', validTo: '2026-12-31' });
    await server.call(memberRoutes.withdrawInvitation, { params: { membershipId } }, kaisa);
    await search(kaisa);

    const { rows } = await server.owner.query<{ action: string; row: string }>(
      'select action, details::text as row from audit_event where person_id = $1 order by id',
      [kaisa.personId],
    );

    expect(rows.map(({ action }) => action)).toEqual([
      'invite',
      'addMembership',
      'inviteAgain',
      'changeMembership',
      'withdrawInvitation',
      'listMembers',
    ]);
    expect(rows.map(({ row }) => row).join()).not.toContain('@');
  });
});
