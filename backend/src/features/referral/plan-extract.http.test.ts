import { registerRoutes } from '@rinnalla/shared/client/register-routes';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import type { SignedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const extract = 'Tavoite: työkokeilu keväällä, tuki arjen rytmiin.';

describe('an extract of the authority’s plan', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  beforeEach(async () => {
    setting = await aReferralSetting(server);
    await setStatutory(true);
    await giveOffice(setting.sanna);
  });
  afterAll(() => server.stop());

  const giveOffice = ({ membershipId }: SignedIn) =>
    server.owner.query(
      `insert into public_office (membership_id, authority, task, valid_from) values ($1, 'Työllisyyspalvelut', 'Suunnitelma', '2020-01-01')`,
      [membershipId],
    );
  const endOffices = () =>
    server.owner.query(`delete from public_office where membership_id = $1`, [setting.sanna.membershipId]);
  const setStatutory = (is: boolean) =>
    server.owner.query('update service set statutory_bases = $2 where id = $1', [
      setting.serviceId,
      is ? ['jarj_valmennus'] : [],
    ]);
  const content = (given: { planExtract?: string | null } = {}) => ({
    serviceId: setting.serviceId as never,
    goal: 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.',
    needs: [],
    binding: false,
    urgency: 'K3' as const,
    alternativeServiceIds: [],
    ...given,
  });
  const draft = (given: { planExtract?: string | null } = {}, by = setting.sanna) =>
    server.call(
      referralRoutes.draft,
      { body: { clientId: setting.clientId as never, ...content(given) } as never },
      by,
    );
  const save = (
    { id, version }: { id: string; version: number },
    given: { planExtract?: string | null },
    by = setting.sanna,
  ) =>
    server.call(
      referralRoutes.saveDraft,
      { params: { referralId: id as never }, body: { version, ...content(given) } as never },
      by,
    );
  const kept = async (id: string) =>
    (
      await server.owner.query<{ extract: string }>(
        'select extract from referral_plan_extract where referral_id = $1',
        [id],
      )
    ).rows.map((row) => row.extract);
  const logged = async (id: string) =>
    (
      await server.owner.query<{ details: unknown }>(
        `select details from audit_event where action = 'copyPlanExtract' and object_id = $1 order by id`,
        [id],
      )
    ).rows.map(({ details }) => details);

  it('goes along, and the association reads it when it has promised a place, not before', async () => {
    const { body } = await draft({ planExtract: extract });
    await acting.transition(setting.sanna, body, { action: 'send' });
    const before = await acting.read(setting.pekka, body.id);
    await acting.transition(setting.pekka, { id: body.id, version: before.body.version }, {
      action: 'accept',
      offeringId: setting.offeringId,
      firstMeetingAt: '2026-11-27T10:00:00.000Z',
    } as never);
    const after = await acting.read(setting.pekka, body.id);

    expect(body.card.planExtract).toBe(extract);
    expect(JSON.stringify(before.body)).not.toContain('työkokeilu keväällä');
    expect([before.status, after.body.status, after.body.card.planExtract]).toEqual([
      200,
      'accepted',
      extract,
    ]);
    expect(await logged(body.id)).toEqual([{ removed: false }]);
  });

  it('is narrowed and taken out again while the referral is a draft', async () => {
    const { body } = await draft({ planExtract: extract });
    const narrowed = await save(body, { planExtract: 'Tuki arjen rytmiin.' });
    const there = await kept(body.id);
    const without = await save(narrowed.body, { planExtract: null });

    expect([there, await kept(body.id), without.body.card.planExtract]).toEqual([
      ['Tuki arjen rytmiin.'],
      [],
      null,
    ]);
    expect(await logged(body.id)).toEqual([{ removed: false }, { removed: false }, { removed: true }]);
  });

  it('stays when a colleague without virkasuhde saves the rest, who neither sees nor changes it', async () => {
    const { body } = await draft({ planExtract: extract });
    const saved = await save(body, {}, setting.marja);
    const tried = await save(saved.body, { planExtract: null }, setting.marja);

    expect([saved.status, saved.body.card.planExtract, tried.body.reason]).toEqual([200, null, 'noOffice']);
    expect(await kept(body.id)).toEqual([extract]);
  });

  it('is refused for a voluntary service, and is gone when the draft goes to one', async () => {
    const { body } = await draft({ planExtract: extract });
    await setStatutory(false);
    const refused = await draft({ planExtract: extract });
    const other = await aReferralSetting(server);
    await server.owner.query(`update service set statutory_bases = '{}' where id = $1`, [other.serviceId]);
    await server.call(
      referralRoutes.saveDraft,
      {
        params: { referralId: body.id as never },
        body: { version: body.version, ...content(), serviceId: other.serviceId as never } as never,
      },
      setting.marja,
    );

    expect(refused.body).toMatchObject({ code: 'unprocessable', reason: 'voluntaryService' });
    expect(await kept(body.id)).toEqual([]);
    await expect(
      server
        .get(Database)
        .inTransaction(
          { tokenHash: hashOfToken(setting.sanna.cookie.replace('session=', '')) },
          ({ transaction }) =>
            transaction.rows(
              {
                name: 'a-plan-extract',
                text: 'insert into referral_plan_extract (referral_id, extract) values ($1, $2)',
              },
              [body.id, extract],
            ),
        ),
    ).rejects.toThrow('Register data goes to a statutory service alone.');
    expect(await kept(body.id)).toEqual([]);
  });

  it('is offered to who holds a virkasuhde, and for a statutory service alone', async () => {
    const offered = async (by = setting.sanna) =>
      (
        await server.call(
          referralRoutes.preview,
          { params: { clientId: setting.clientId as never, serviceId: setting.serviceId as never } },
          by,
        )
      ).body.mayCarryExtract;
    const both = [await offered(), await offered(setting.marja)];
    await setStatutory(false);
    const voluntary = await offered();
    await setStatutory(true);
    await endOffices();

    expect([...both, voluntary, await offered()]).toEqual([true, false, false, false]);
  });

  it('is copied from the client’s register data, whose reading is logged', async () => {
    await server.call(
      registerRoutes.save,
      { params: { clientId: setting.clientId as never }, body: { version: 0, planExtract: extract } },
      setting.sanna,
    );
    const read = await server.call(
      registerRoutes.read,
      { params: { clientId: setting.clientId as never } },
      setting.sanna,
    );

    expect(read.body).toMatchObject({ planExtract: extract, task: 'Suunnitelma' });
  });
});
