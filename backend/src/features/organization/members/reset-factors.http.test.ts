import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { hashOfToken } from '../../../platform/auth/session-token.js';
import { Database } from '../../../platform/database/database.js';
import { JobWorker } from '../../../platform/jobs/job-worker.js';
import { type Account, anAccount, cookiesOf, signInAs, typePassword } from '../../../testing/accounts.js';
import { aMailServer, type MailServer } from '../../../testing/mail-server.js';
import { anOrganization, type SignedIn, signedIn } from '../../../testing/people.js';
import {
  referenceInstant,
  setClock,
  startTestServer,
  type TestServer,
} from '../../../testing/test-server.js';
import { AccountFacade } from '../../account/account.facade.js';

describe('second factors that somebody has lost', () => {
  let server: TestServer;
  let post: MailServer;
  let account: Account;
  let membershipId: string;
  let organizationId: string;
  let kaisa: SignedIn;
  beforeAll(async () => {
    post = await aMailServer();
    server = await startTestServer({ SMTP_URL: post.url });
  });
  beforeEach(async () => {
    setClock(server, referenceInstant);
    account = await anAccount(server);
    const { rows } = await server.owner.query<{ id: string; organization_id: string }>(
      'select id, organization_id from membership where person_id = $1',
      [account.personId],
    );
    membershipId = rows[0]!.id;
    organizationId = rows[0]!.organization_id;
    kaisa = await signedIn(server.owner, { organizationId, role: 'providerManager' });
    post.received.length = 0;
  });
  afterAll(async () => {
    await server.stop();
    await post.stop();
  });

  const reset = (by: SignedIn = kaisa, of = membershipId) =>
    server.call(memberRoutes.resetFactors, { params: { membershipId: of as never }, body: {} }, by);
  const underWay = async () => ({ cookie: cookiesOf((await typePassword(server, account)).headers) });
  const factors = async () => {
    const { rows } = await server.owner.query<{ count: number }>(
      `select (select count(*) from authenticator where person_id = $1)::int + (select count(*) from recovery_code where person_id = $1)::int as count`,
      [account.personId],
    );
    return rows[0]?.count;
  };
  const logged = async () =>
    (
      await server.owner.query(
        `select action, result, person_id from audit_event where object_id = $1 and action = 'resetFactors'`,
        [account.personId],
      )
    ).rows;
  const add = (role: string, of: string) =>
    server.owner.query(
      `insert into membership (person_id, organization_id, role, valid_from) values ($1, $2, $3, '2020-01-01')`,
      [account.personId, of, role],
    );

  it('are taken away by who leads: the person is out, hears by mail, and takes a new one into use', async () => {
    await server.owner.query(
      `insert into recovery_code (person_id, code_hash, created_at) values ($1, '\\x01', now())`,
      [account.personId],
    );
    const open = await signInAs(server, account);
    setClock(server, '2026-11-24T08:02:00+02:00');
    const halfway = await underWay();

    expect((await reset()).status).toBe(200);

    const spent = await server.call(signInRoutes.proposeAuthenticator, { body: {} }, halfway);
    const anew = await server.call(signInRoutes.proposeAuthenticator, { body: {} }, await underWay());
    expect([await factors(), spent.status, anew.status]).toEqual([0, 401, 200]);
    expect((await server.call(sessionRoutes.read, {}, open)).body.person).toBeNull();
    expect(await logged()).toEqual([{ action: 'resetFactors', result: 'done', person_id: kaisa.personId }]);
    await server.get(JobWorker).runDue();
    expect(post.received.map(({ to }) => to)).toEqual([[account.email]]);
    expect(post.received[0]?.raw.toString()).toContain('Rinnallasta');
  });

  it('who had nothing but a passkey is invited anew', async () => {
    await server.owner.query('delete from credential where person_id = $1', [account.personId]);
    await server.owner.query(
      `insert into passkey (person_id, credential_id, public_key, counter, backed_up, name, created_at)
       values ($1::uuid, $1::text, '\\x01', 0, false, 'Puhelin', now())`,
      [account.personId],
    );

    await reset();
    await server.get(JobWorker).runDue();

    expect(post.received).toHaveLength(2);
    expect(post.received.map(({ raw }) => raw.toString()).join('')).toContain('/kutsu#');
  });

  it('stay when the person also acts where the leader has no say', async () => {
    await add('providerWorker', await anOrganization(server.owner));

    expect((await reset()).body).toMatchObject({ code: 'notAllowed', reason: 'belongsElsewhere' });
    expect([await factors(), await logged()]).toEqual([1, []]);
  });

  it('stay when the person has a role here that the leader could not give', async () => {
    await add('administrator', organizationId);

    expect((await reset()).body).toMatchObject({ code: 'notAllowed', reason: 'belongsElsewhere' });
    expect(await factors()).toBe(1);
  });

  it('stay while the membership has not begun', async () => {
    await server.owner.query(`update membership set valid_from = '2026-12-01' where id = $1`, [membershipId]);

    expect((await reset()).body).toMatchObject({ code: 'wrongStatus', reason: 'notInForce' });
    expect(await factors()).toBe(1);
  });

  it('are nothing to take away twice', async () => {
    await reset();

    expect((await reset()).body).toMatchObject({ code: 'wrongStatus', reason: 'noFactors' });
  });

  it('are taken away by nobody else: not a colleague, not another organization’s leader, not oneself', async () => {
    const colleague = await signedIn(server.owner, { organizationId, role: 'providerWorker' });
    const elsewhere = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });

    expect([
      (await reset(colleague)).status,
      (await reset(elsewhere)).status,
      (await reset(kaisa, kaisa.membershipId)).body,
    ]).toEqual([403, 404, expect.objectContaining({ reason: 'ownMembership' })]);
    expect(await factors()).toBe(1);
  });

  it('stay when the membership ended between the question who may and the act', async () => {
    const tokenHash = hashOfToken(kaisa.cookie.replace('session=', ''));
    await server.owner.query(`update membership set valid_to = valid_from where id = $1`, [membershipId]);

    await expect(
      server
        .get(Database)
        .inTransaction({ tokenHash }, ({ transaction: { actor } }) =>
          server.get(AccountFacade).resetFactors(actor as Member, membershipId),
        ),
    ).rejects.toMatchObject({ code: 'notFound' });
    expect(await factors()).toBe(1);
  });

  it('only by who has shown a moment ago who they are', async () => {
    await server.owner.query(
      `update session set confirmed_at = '2026-11-24T05:45Z', created_at = '2026-11-24T05:45Z' where id = $1`,
      [kaisa.sessionId],
    );

    expect((await reset()).body).toMatchObject({ code: 'confirmIdentity' });
  });
});
