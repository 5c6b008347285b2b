import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { SteadyClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { aConsent } from '../../testing/clients.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { onlineForATest } from '../../testing/people-online.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { ConfirmDeletion } from './confirm-deletion.js';
import { DeletionTaskQuery } from './deletion-task.query.js';

const goal = 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.';

/** Scenario S5, on the clock of every scenario. */
describe('when a client takes the consent back', () => {
  let server: TestServer;
  let acting: Acting;
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  afterAll(() => server.stop());

  /** A referral to a service that the association keeps a register of, on the client's consent. */
  const consented = async (status: ReferralStatus): Promise<{ setting: ReferralSetting; id: string }> => {
    const setting = await aReferralSetting(server, { service: { dataRegime: 'own' }, informed: false });
    await aConsent(server.owner, { clientId: setting.clientId, serviceId: setting.serviceId });
    const { id } = await acting.referral(setting, status);
    return { setting, id };
  };
  const withdraw = ({ sanna, clientId, serviceId }: ReferralSetting) =>
    server.call(clientRoutes.withdrawConsent, { params: { clientId, serviceId } }, sanna);
  const tasksOf = async (caller: SignedIn) => (await server.call(deletionRoutes.open, {}, caller)).body.items;
  const ofReferral = (caller: SignedIn, id: string) =>
    server.call(deletionRoutes.ofReferral, { params: { referralId: id as never } }, caller);
  const confirm = (caller: SignedIn, taskId: string, kept: string[] = []) =>
    server.call(deletionRoutes.confirm, { params: { taskId: taskId as never }, body: { kept } }, caller);
  /** What the database itself gives to a person, below every policy of the code. */
  const rowsFor = (caller: SignedIn, id: string) =>
    server
      .get(Database)
      .inTransaction(
        { tokenHash: hashOfToken(caller.cookie.replace('session=', '')) },
        async ({ transaction }) => {
          const count = async (table: string, where: string) =>
            (
              await transaction.rows(
                { name: `count-${table}`, text: `select from ${table} where ${where}` },
                [id],
              )
            ).length;
          return {
            content: await count('referral_content', 'referral_id = $1'),
            identity: await count(
              'client_identity',
              'client_id = (select client_id from referral where id = $1)',
            ),
            contact: await count(
              'client_contact',
              'client_id = (select client_id from referral where id = $1)',
            ),
            conversation: await count(
              'conversation',
              'referral_id = $1 and audience_organization_id is null',
            ),
          };
        },
      );

  it.each<ReferralStatus>(['sent', 'acknowledged', 'clarification', 'waitlisted'])(
    'a referral that is %s is withdrawn by the system, and its words are gone',
    async (status) => {
      const { setting, id } = await consented(status);

      expect((await withdraw(setting)).status).toBe(201);

      const { body } = await acting.read(setting.sanna, id);
      expect(body).toMatchObject({ status: 'withdrawn' });
      expect(body.steps.at(-1)).toMatchObject({
        action: 'withdraw',
        side: 'system',
        reason: 'consent_withdrawn',
      });
      expect(await rowsFor(setting.pekka, id)).toEqual({
        content: 0,
        identity: 0,
        contact: 0,
        conversation: 0,
      });
      expect(JSON.stringify((await acting.read(setting.pekka, id)).body)).not.toContain(goal);
    },
  );

  it('a promised place is given back', async () => {
    const { setting, id } = await consented('accepted');
    const places = async () =>
      (
        await server.owner.query<{ reserved: number }>('select reserved from offering where id = $1', [
          setting.offeringId,
        ])
      ).rows[0]?.reserved;
    const before = await places();

    await withdraw(setting);

    expect([before, await places()]).toEqual([1, 0]);
    expect((await acting.read(setting.sanna, id)).body).toMatchObject({ status: 'withdrawn' });
    expect(await rowsFor(setting.pekka, id)).toEqual({
      content: 0,
      identity: 0,
      contact: 0,
      conversation: 0,
    });
  });

  it.each<ReferralStatus>(['started', 'closing', 'completed'])(
    'a period that is %s stays as it is, and the association reads nothing of the client any more',
    async (status) => {
      const { setting, id } = await consented(status);
      const before = await rowsFor(setting.pekka, id);

      await withdraw(setting);

      const { body } = await acting.read(setting.pekka, id);
      expect(before).toMatchObject({ content: 1, identity: 1, conversation: 1 });
      expect(await rowsFor(setting.pekka, id)).toEqual({
        content: 0,
        identity: 0,
        contact: 0,
        conversation: 0,
      });
      expect(body).toMatchObject({ status, goal: null, firstName: null, card: {} });
      expect(JSON.stringify(body)).not.toMatch(/Anna|Virtanen|0401234567/);
      expect((await acting.read(setting.sanna, id)).body).toMatchObject({ status, goal });
    },
  );

  it('open pages hear it, and the shared conversation closes to the association within two seconds', async () => {
    const { setting, id } = await consented('started');
    const { rows } = await server.owner.query<{ id: string }>(
      'select id from conversation where referral_id = $1 and audience_organization_id is null',
      [id],
    );
    const conversationId = rows[0]?.id ?? '';
    const pekka = await goOnlineHere(server, setting.pekka);
    await pekka.ask(messagingRequests.watchConversation, { conversationId: conversationId as never });

    await withdraw(setting);

    await pekka.hears((heard) => heard.some(({ name }) => name === 'conversationClosed'), 2_000);
    await pekka.hears(
      (heard) =>
        heard.some(
          ({ name, payload }) =>
            name === 'referralChanged' && (payload as { referralId: string }).referralId === id,
        ),
      2_000,
    );
    const again = await pekka.ask(messagingRequests.watchConversation, {
      conversationId: conversationId as never,
    });
    expect(again).toMatchObject({ ok: false, code: 'notFound' });
  });

  it('every holder gets a task, confirms it once, and the sender sees who and when', async () => {
    const { setting, id } = await consented('started');
    await withdraw(setting);

    const [task] = await tasksOf(setting.outi);
    expect(task).toMatchObject({
      referralId: id,
      cause: 'consentWithdrawn',
      dueOn: '2026-12-08',
      done: null,
    });
    const confirmed = await confirm(setting.pekka, task?.id ?? '', ['accounting']);
    const again = await confirm(setting.kaisa, task?.id ?? '');

    expect(confirmed).toMatchObject({
      status: 200,
      body: { done: { name: 'Pekka Ahola', kept: ['accounting'] } },
    });
    expect(again.body.done).toEqual(confirmed.body.done);
    expect(await tasksOf(setting.pekka)).toEqual([]);
    expect((await ofReferral(setting.sanna, id)).body.items).toEqual([confirmed.body]);
    const { rows: logged } = await server.owner.query<{ action: string }>(
      `select action from audit_event where client_id = $1 and action in ('withdrawConsent', 'endDisclosure', 'askToDelete', 'confirmDeletion') order by id`,
      [setting.clientId],
    );
    expect(logged.map(({ action }) => action)).toEqual([
      'endDisclosure',
      'askToDelete',
      'withdrawConsent',
      'confirmDeletion',
    ]);
  });

  it('a holder that has already declined is asked too, and one that was never told is not', async () => {
    const { setting } = await consented('declined');
    const { setting: other } = await consented('draft');

    await withdraw(setting);
    await withdraw(other);

    expect(await tasksOf(setting.pekka)).toHaveLength(1);
    expect(await tasksOf(other.pekka)).toEqual([]);
  });

  it('nobody but the holder confirms, and an outsider is told that there is no such task', async () => {
    const { setting, id } = await consented('sent');
    await withdraw(setting);
    const [task] = await tasksOf(setting.pekka);
    const stranger = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });

    expect((await confirm(setting.sanna, task?.id ?? '')).status).toBe(404);
    expect((await confirm(stranger, task?.id ?? '')).status).toBe(404);
    expect((await ofReferral(stranger, id)).status).toBe(404);
    expect((await confirm(setting.pekka, task?.id ?? '', ['unheard'])).body).toMatchObject({
      code: 'invalidInput',
      fields: [{ path: 'body.kept.0', code: 'notInList' }],
    });
  });

  it('a holder keeps nothing by a duty that is not in force on the day', async () => {
    const { setting } = await consented('started');
    await withdraw(setting);
    const [task] = await tasksOf(setting.pekka);
    const beforeTheAct = new SteadyClock(new Date('2018-05-24T12:00:00Z'));
    const database = server.get(Database);
    const confirming = new ConfirmDeletion(server.get(DeletionTaskQuery), beforeTheAct, database);

    const confirmed = database.inTransaction(
      { tokenHash: hashOfToken(setting.pekka.cookie.replace('session=', '')) },
      ({ transaction: { actor } }) => confirming.execute(actor as Member, task?.id ?? '', ['claim']),
    );

    await expect(confirmed).rejects.toMatchObject({
      code: 'invalidInput',
      extra: { fields: [{ path: 'body.kept', code: 'notInList' }] },
    });
    expect(await tasksOf(setting.pekka)).toHaveLength(1);
  });

  it('a consent that is given anew lets a new referral through, and the old one stays closed', async () => {
    const { setting, id } = await consented('started');
    await withdraw(setting);
    await aConsent(server.owner, { clientId: setting.clientId, serviceId: setting.serviceId });

    const draft = await acting.draft(setting);
    const sent = await server.call(
      referralRoutes.transition,
      {
        params: { referralId: draft.body.id as never },
        body: { action: 'send', version: draft.body.version, duplicateOverride: 'other_period' },
      },
      setting.sanna,
    );

    expect([sent.status, (await acting.read(setting.pekka, id)).body.goal]).toEqual([200, null]);
  });
});
