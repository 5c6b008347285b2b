import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import { mayRead, type ReferralParties } from '@rinnalla/shared/referral/referral-permissions';
import { mostCounted, referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { mostOfToday } from '@rinnalla/shared/referral/today-lists';
import { groupOf, type ReferralStatus, statusGroups } from '@rinnalla/shared/referral/referral-status';
import { DataSource } from 'typeorm';
import { aSubstitution } from '../../testing/clients.js';
import { manyReferrals } from '../../testing/many-referrals.js';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { plansOf } from '../../testing/query-plan.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('the worklist', () => {
  let server: TestServer;
  let setting: ReferralSetting;
  let stranger: ReferralSetting;
  let hidden: ReferralSetting;
  const count = 1_600;
  beforeAll(async () => {
    server = await startTestServer();
    setting = await aReferralSetting(server);
    stranger = await aReferralSetting(server);
    await manyReferrals(server.owner, [
      [setting, count],
      [stranger, 16_000],
    ]);
    hidden = await aReferralSetting(server, { client: { nonDisclosure: true } });
    const acting = new Acting(server);
    await acting.referral(hidden, 'started');
    await acting.referral(hidden, 'draft');
    await acting.act(
      hidden.sanna,
      await acting.referral({ ...hidden, serviceId: hidden.serviceId }, 'draft'),
      { action: 'withdraw', reason: 'need_met' },
    );
  });
  afterAll(() => server.stop());

  type Asked = {
    group?: (typeof statusGroups)[number];
    list?: 'mine' | 'organization';
    clientId?: string;
    limit?: number;
  };
  const everyPage = async (caller: SignedIn, query: Asked): Promise<ReferralRow[]> => {
    const rows: ReferralRow[] = [];
    let after: string | null | undefined;
    do {
      const { body } = await server.call(
        referralRoutes.list,
        { query: { limit: 100, ...query, ...(after ? { after } : {}) } },
        caller,
      );
      rows.push(...body.items);
      after = body.next;
    } while (after);
    return rows;
  };

  it('pages through every referral of a group once, the nearest deadline first', async () => {
    const rows = await everyPage(setting.sanna, { group: 'waiting_provider', limit: 37 });

    const { rows: kept } = await server.owner.query<{
      id: string;
      status: ReferralStatus;
      closing_report_at: Date | null;
    }>('select id, status, closing_report_at from referral where sender_organization_id = $1', [
      setting.municipalityId,
    ]);
    const expected = kept
      .filter((row) => groupOf(row.status, row.closing_report_at !== null) === 'waiting_provider')
      .map(({ id }) => id);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
    const due = rows.map(({ turn }) => turn.dueAt ?? '9999');
    expect(due).toEqual(due.toSorted());
  });

  it('puts a referral into the group that the rules say', async () => {
    const rows = await everyPage(setting.sanna, {});
    const { rows: kept } = await server.owner.query<{ id: string; closing_report_at: Date | null }>(
      'select id, closing_report_at from referral',
    );
    const reported = new Set(kept.filter(({ closing_report_at }) => closing_report_at).map(({ id }) => id));

    expect(rows).toHaveLength(count);
    for (const row of rows)
      expect([row.status, row.group]).toEqual([
        row.status,
        groupOf(row.status, reported.has(row.id)) ?? null,
      ]);
  });

  it('shows to everybody exactly what the policy lets them read', async () => {
    const substitute = await signedIn(server.owner, { organizationId: hidden.municipalityId, role: 'coach' });
    await aSubstitution(server.owner, {
      organizationId: hidden.municipalityId,
      membershipId: hidden.sanna.membershipId,
      substituteMembershipId: substitute.membershipId,
    });
    const { rows } = await server.owner.query<ReferralParties & { id: string }>(
      `select id, sender_organization_id as "senderOrganizationId", provider_organization_id as "providerOrganizationId", handler_id as "handlerId",
              non_disclosure as "nonDisclosure", sent_at is not null as "wasSent" from referral where sender_organization_id <> $1 or case_number like '%7'`,
      [stranger.municipalityId],
    );
    const readers = [
      { caller: setting.sanna, role: 'coach' as const, stands: [] },
      { caller: setting.kaisa, role: 'providerManager' as const, stands: [] },
      { caller: hidden.sanna, role: 'coach' as const, stands: [] },
      { caller: hidden.marja, role: 'coordinator' as const, stands: [] },
      { caller: substitute, role: 'coach' as const, stands: [hidden.sanna.personId] },
      { caller: hidden.pekka, role: 'providerWorker' as const, stands: [] },
    ];

    for (const { caller, role, stands } of readers) {
      const listed = new Set((await everyPage(caller, {})).map(({ id }) => id));
      const reader = { organizationId: caller.organizationId, role, people: [caller.personId, ...stands] };
      expect(rows.filter(({ id }) => listed.has(id)).map(({ id }) => id)).toEqual(
        rows.filter((row) => mayRead(reader, row)).map(({ id }) => id),
      );
    }
  });

  it('is one’s own where one asks so: handled by the sender, taken by the provider', async () => {
    const colleague = await everyPage(setting.marja, { list: 'mine' });
    const taken = await everyPage(setting.pekka, { list: 'mine', group: 'running' });

    expect(colleague).toEqual([]);
    expect(taken.length).toBeGreaterThan(0);
    const { rows } = await server.owner.query(
      'select distinct assignee_id from referral where id = any ($1)',
      [taken.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ assignee_id: setting.pekka.personId }]);
  });

  it('counts what waits in each group, and what is late', async () => {
    setClock(server, '2026-11-24T08:00:00+02:00');
    const { body } = await server.call(referralRoutes.counts, {}, setting.sanna);
    const rows = await everyPage(setting.sanna, {});

    for (const { group, count: counted, late } of body.groups) {
      const inGroup = rows.filter((row) => row.group === group);
      expect([group, counted, late]).toEqual([
        group,
        inGroup.length,
        inGroup.filter(({ turn }) => turn.late).length,
      ]);
    }
    expect(body.groups.map(({ group }) => group).toSorted()).toEqual([
      'paused',
      'running',
      'waiting_provider',
      'waiting_sender',
    ]);
  });

  it('counts no further than anybody reads: it costs a large office no more than a small one', async () => {
    const { body } = await server.call(referralRoutes.counts, {}, stranger.sanna);

    expect(body.groups.map(({ count }) => count)).toContain(mostCounted);
    expect(body.groups.filter(({ count, late }) => count > mostCounted || late > count)).toEqual([]);
  });

  it.each<[string, (caller: ReferralSetting) => Promise<unknown>, string]>([
    [
      'a group of the sender',
      ({ sanna }) => server.call(referralRoutes.list, { query: { group: 'ended' } }, sanna),
      'referral_sender_group_idx',
    ],
    [
      'everything of the sender',
      ({ sanna }) => server.call(referralRoutes.list, { query: {} }, sanna),
      'referral_sender_order_idx',
    ],
    [
      'a group of the provider',
      ({ pekka }) => server.call(referralRoutes.list, { query: { group: 'running' } }, pekka),
      'referral_provider_group_idx',
    ],
    [
      'everything of the provider',
      ({ pekka }) => server.call(referralRoutes.list, { query: {} }, pekka),
      'referral_provider_order_idx',
    ],
  ])('is served by one index in its order: %s', async (_list, ask, index) => {
    const caller = index.includes('sender') ? setting.sanna : setting.pekka;

    const [plan] = await plansOf(server, caller, () => ask(setting));

    expect(plan?.indexes).toContain(index);
    expect(plan?.scanned.filter((table) => table.startsWith('referral'))).toEqual([]);
    expect(plan?.mostSorted).toBeLessThanOrEqual(21);
    expect(plan?.spills).toBe(false);
  });

  it.each(['sanna', 'pekka'] as const)('reads the day of %s without a scan of all referrals', async (who) => {
    const plans = await plansOf(server, setting[who], () =>
      server.call(referralRoutes.today, {}, setting[who]),
    );

    expect(plans).toHaveLength(1);
    expect(plans[0]?.scanned.filter((table) => table.startsWith('referral'))).toEqual([]);
  });

  it('reads of a large office’s day from indexes in its order, as far as is shown', async () => {
    const { body } = await server.call(referralRoutes.today, {}, stranger.sanna);
    expect(body.needsYou).toHaveLength(mostOfToday.needsYou);
    expect(body.waitingForOthersCount).toBe(mostCounted);
    for (const [caller, person] of [
      [stranger.sanna, 'handler'],
      [stranger.pekka, 'assignee'],
    ] as const) {
      const [plan] = await plansOf(server, caller, () => server.call(referralRoutes.today, {}, caller));

      expect(plan?.indexes).toEqual(
        expect.arrayContaining(['', '_news', '_start'].map((kind) => `referral_${person}${kind}_idx`)),
      );
    }
  });

  it('is planned once, whoever asks: behind row-level security planning costs more than reading', async () => {
    for (const caller of [setting.sanna, stranger.sanna, setting.pekka])
      for (let time = 0; time < 2; time++) await server.call(referralRoutes.list, { query: {} }, caller);

    const planned: { generic: string; custom: string }[] = await server
      .get(DataSource)
      .query(
        `select generic_plans as generic, custom_plans as custom from pg_prepared_statements where name like 'referral-list-%'`,
      );
    expect(planned.length).toBeGreaterThan(0);
    expect(planned.filter(({ generic, custom }) => generic === '0' || custom !== '0')).toEqual([]);
  });

  it('refuses a cursor that it did not give', async () => {
    const { status, body } = await server.call(
      referralRoutes.list,
      { query: { after: 'nonsense' } },
      setting.sanna,
    );

    expect([status, body.fields]).toEqual([400, [{ path: 'query.after', code: 'invalid' }]]);
  });
});
