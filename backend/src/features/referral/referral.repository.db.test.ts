import { Problem } from '@rinnalla/shared/kernel/problem';
import type { CapacityChange } from '@rinnalla/shared/referral/capacity-change';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { problemOf } from '../../platform/http/problem.filter.js';
import { Acting, aReferralSetting, type ReferralSetting, type Standing } from '../../testing/referrals.js';
import { anOffering, aService } from '../../testing/services.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { LockedReferralQuery } from './locked-referral.query.js';
import { ReferralRepository, type Step } from './referral.repository.js';

/** Behind the lock and the decision: what is written asks once more, and nothing of a step stays without the whole. */
describe('a step as it is written', () => {
  let server: TestServer;
  let setting: ReferralSetting;
  let referral: Standing;
  beforeAll(async () => {
    server = await startTestServer();
    setting = await aReferralSetting(server, { offering: { places: 3 } });
    referral = await new Acting(server).referral(setting, 'acknowledged');
  });
  afterAll(() => server.stop());

  const write = async ({
    versionsLater = 0,
    offeringId = setting.offeringId,
    ...capacity
  }: Partial<CapacityChange> & { versionsLater?: number; offeringId?: string }): Promise<string> => {
    const { pekka, associationId } = setting;
    const step: Step = {
      action: 'accept',
      at: server.clock.now(),
      person: { id: pekka.personId, name: 'Pekka Ahola' },
      organization: { id: associationId, name: { fi: 'Salmenpään Rinnallakulkijat ry' } },
      role: 'providerWorker',
      reason: null,
      note: null,
      details: {},
      asked: [],
      answered: [],
      unmetNeed: null,
      takesBackUnmetNeed: false,
      capacity: { reserved: 0, inUse: 0, waitlist: 0, ...capacity },
    };
    try {
      await server
        .get(Database)
        .inTransaction({ tokenHash: hashOfToken(pekka.cookie.replace('session=', '')) }, async () => {
          const locked = await server
            .get(LockedReferralQuery)
            .find('acknowledge', referral.id, {}, '2026-11-24');
          if (!locked) throw new Problem('internal');
          const before = { ...locked.referral, version: locked.referral.version + versionsLater };
          await server
            .get(ReferralRepository)
            .take(before, { ...locked.referral, status: 'accepted', offeringId }, step, []);
        });
      return 'written';
    } catch (error) {
      return problemOf(error).code;
    }
  };
  const whatStands = async () =>
    (
      await server.owner.query<{ version: number; steps: number; reserved: number }>(
        `select r.version, o.reserved, (select count(*)::int from referral_step s where s.referral_id = r.id) as steps
           from referral r, offering o where r.id = $1 and o.id = $2`,
        [referral.id, setting.offeringId],
      )
    ).rows[0];

  it('is refused on any other version than stands', async () => {
    const before = await whatStands();

    expect(await write({ versionsLater: 1, reserved: 1 })).toBe('changedMeanwhile');
    expect(await whatStands()).toEqual(before);
  });

  it('is refused with a place of another service', async () => {
    const before = await whatStands();
    const organizationId = setting.associationId;
    const serviceId = await aService(server.owner, { organizationId });
    const offeringId = await anOffering(server.owner, { serviceId, organizationId });

    expect(await write({ offeringId, reserved: 1 })).toBe('notFound');
    expect(await whatStands()).toEqual(before);
  });

  it('is refused with a place that is not there, by the offering’s own constraint', async () => {
    const before = await whatStands();

    expect(await write({ reserved: 4 })).toBe('noFreePlace');
    expect(await whatStands()).toEqual(before);
  });

  it('is there as a whole otherwise', async () => {
    const before = await whatStands();

    expect(await write({ reserved: 1 })).toBe('written');
    expect(await whatStands()).toEqual({
      version: referral.version + 1,
      steps: (before?.steps ?? 0) + 1,
      reserved: 1,
    });
  });
});
