import { handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { aClient, anInforming } from './clients.js';
import { type SignedIn, signedIn } from './people.js';
import { type Act, Acting, aReferralSetting, type ReferralSetting } from './referrals.js';
import { brokenInvariants } from './referral-invariants.js';
import { startTestServer, type TestServer } from './test-server.js';

/** `WALLS_ROUNDS=200 npx jest conflicting-acts` is the long form (`npm run test:walls`). */
const rounds = Number(process.env['WALLS_ROUNDS'] ?? 5);
const atOnce = 50;

describe(`${atOnce} acts at once that exclude each other, ${rounds} times`, () => {
  let server: TestServer;
  let setting: ReferralSetting;
  let acting: Acting;

  beforeAll(async () => {
    server = await startTestServer();
    setting = await aReferralSetting(server, { offering: { places: 10_000 } });
    acting = new Acting(server);
  });
  afterAll(() => server.stop());

  const aSeenReferral = async () => {
    const { municipalityId, sanna, serviceId } = setting;
    const clientId = await aClient(server.owner, {
      organizationId: municipalityId,
      handlerId: sanna.personId,
      homeMunicipality: '286',
    });
    await anInforming(server.owner, { clientId, serviceId });
    return acting.referral({ ...setting, clientId }, 'acknowledged');
  };
  /** What people of both sides press in the same moment, all having seen the same version. */
  const acts = (): [SignedIn, Act][] => {
    const { sanna, marja, pekka, outi, kaisa, offeringId } = setting;
    const accept: Act = { action: 'accept', offeringId, firstMeetingAt: '2026-11-26T13:00:00+02:00' };
    const each: [SignedIn, Act][] = [
      [pekka, accept],
      [outi, accept],
      [kaisa, { action: 'decline', reason: 'full' }],
      [outi, { action: 'waitlist', expectedWaitWeeks: 6 }],
      [pekka, { action: 'ask', questions: [{ field: 'language', question: 'Mikä on kielitaito?' }] }],
      [sanna, { action: 'withdraw', reason: 'moved' }],
      [marja, { action: 'withdraw', reason: 'need_met' }],
    ];
    return Array.from({ length: atOnce }, (_, index) => each[index % each.length] as [SignedIn, Act]);
  };

  it(
    'on a referral have one winner, and a history without a gap',
    async () => {
      const winners = new Set<string>();
      for (let round = 0; round < rounds; round += 1) {
        const referral = await aSeenReferral();
        // Turned each round, so that not always the same one comes first.
        const pressed = acts().map((_, index, all) => all[(index + round) % all.length] as [SignedIn, Act]);

        const answers = await Promise.all(pressed.map(([who, act]) => acting.transition(who, referral, act)));

        const won = answers.flatMap((answer, index) =>
          answer.status === 200 ? [pressed[index]?.[1].action ?? ''] : [],
        );
        expect({
          round,
          won: won.length,
          others: [...new Set(answers.filter(({ status }) => status !== 200).map(({ status }) => status))],
        }).toEqual({ round, won: 1, others: [409] });
        winners.add(won[0] ?? '');
        expect(await lastStepOf(referral.id)).toEqual({ version: referral.version + 1, action: won[0] });
      }
      expect(await brokenInvariants(server.owner)).toEqual([]);
      // The order of arrival decides, not the kind of act.
      expect(winners.size).toBeGreaterThan(1);
    },
    30_000 + rounds * 5_000,
  );

  const lastStepOf = async (referralId: string) => {
    const { rows } = await server.owner.query<{ version: number; action: string }>(
      'select version, action from referral_step where referral_id = $1 order by version desc limit 1',
      [referralId],
    );
    return rows[0];
  };

  it(
    'on an organization have one winner, and the version moves by one',
    async () => {
      const { kaisa, associationId } = setting;
      for (let round = 0; round < rounds; round += 1) {
        const { rows: before } = await server.owner.query<{ version: number }>(
          'select version from organization where id = $1',
          [associationId],
        );
        const version = before[0]?.version ?? 0;
        const answers = await Promise.all(
          Array.from({ length: atOnce }, (_, index) =>
            server.call(
              organizationRoutes.change,
              { body: { version, languages: index % 2 ? ['fi'] : ['fi', 'sv'] } } as never,
              kaisa,
            ),
          ),
        );
        const { rows: after } = await server.owner.query<{ version: number }>(
          'select version from organization where id = $1',
          [associationId],
        );

        expect({
          round,
          won: answers.filter(({ status }) => status < 300).length,
          lost: answers.filter(({ status }) => status === 409).length,
        }).toEqual({ round, won: 1, lost: atOnce - 1 });
        expect(after[0]?.version).toBe(version + 1);
      }
    },
    30_000 + rounds * 5_000,
  );

  it(
    'on a membership have one winner, and leave nothing without an owner',
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { kaisa, outi, associationId } = setting;
        const [leaving, liisa] = await Promise.all([
          signedIn(server.owner, { organizationId: associationId, role: 'providerWorker' }),
          signedIn(server.owner, { organizationId: associationId, role: 'providerManager' }),
        ]);
        const referral = await aSeenReferral();
        await server.owner.query(
          `update referral set assignee_id = $2, assignee_name = 'Testi Henkilö' where id = $1`,
          [referral.id, leaving.personId],
        );
        const params = { membershipId: leaving.membershipId };
        const answers = await Promise.all(
          Array.from({ length: atOnce }, (_, index) => {
            const by = index % 2 ? kaisa : liisa;
            return index % 3 === 0
              ? server.call(
                  memberRoutes.change,
                  {
                    params,
                    body: {
                      version: 1,
                      role: 'providerWorker',
                      validFrom: '2020-01-01',
                      validTo: '2026-12-31',
                    },
                  },
                  by,
                )
              : server.call(
                  handoverRoutes.end,
                  {
                    params,
                    body: { version: 1, othersTo: (index % 2 ? outi : kaisa).membershipId },
                  },
                  by,
                );
          }),
        );
        const { rows } = await server.owner.query<{ version: number; ended: boolean; kept: boolean }>(
          `select m.version, m.ended_at is not null as ended, r.assignee_id = m.person_id as kept from membership m, referral r where m.id = $1 and r.id = $2`,
          [leaving.membershipId, referral.id],
        );

        expect({
          round,
          won: answers.filter(({ status }) => status === 200).length,
          others: [...new Set(answers.filter(({ status }) => status !== 200).map(({ status }) => status))],
        }).toEqual({ round, won: 1, others: [409] });
        expect(rows).toEqual([{ version: 2, ended: !rows[0]?.kept, kept: !rows[0]?.ended }]);
      }
    },
    30_000 + rounds * 5_000,
  );
});
