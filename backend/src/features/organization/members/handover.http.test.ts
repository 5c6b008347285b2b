import { handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { JobWorker } from '../../../platform/jobs/job-worker.js';
import { aClient, anInforming, aSubstitution } from '../../../testing/clients.js';
import { loggedActions } from '../../../testing/logged-actions.js';
import { type SignedIn, signedIn } from '../../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../../testing/referrals.js';
import { brokenInvariants } from '../../../testing/referral-invariants.js';
import {
  referenceInstant,
  setClock,
  startTestServer,
  type TestServer,
} from '../../../testing/test-server.js';

describe('when a worker leaves', () => {
  let server: TestServer;
  let setting: ReferralSetting;
  let acting: Acting;
  let kaisa: SignedIn;
  let pekka: SignedIn;
  let outi: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  beforeEach(async () => {
    setClock(server, referenceInstant);
    setting = await aReferralSetting(server, { offering: { places: 20 } });
    ({ kaisa, pekka, outi } = setting);
  });
  afterAll(() => server.stop());

  /** A client of Sanna’s, referred to the association, in Pekka’s hands. */
  const aCase = async (status: ReferralStatus, nonDisclosure = false) => {
    const { municipalityId, sanna, serviceId } = setting;
    const clientId = await aClient(server.owner, {
      organizationId: municipalityId,
      handlerId: sanna.personId,
      ...(nonDisclosure ? { nonDisclosure } : { homeMunicipality: '286' }),
    });
    await anInforming(server.owner, { clientId, serviceId });
    const referral = await acting.referral({ ...setting, clientId }, status);
    return { ...referral, clientId };
  };
  const duties = (of: SignedIn, by: SignedIn) =>
    server.call(handoverRoutes.duties, { params: { membershipId: of.membershipId } }, by);
  const end = (of: SignedIn, by: SignedIn, body: Partial<InputOf<typeof handoverRoutes.end>['body']> = {}) =>
    server.call(
      handoverRoutes.end,
      { params: { membershipId: of.membershipId }, body: { version: 1, ...body } },
      by,
    );
  const ownersOf = async (ids: string[]) => {
    const { rows } = await server.owner.query<{ assignee_name: string; handler_name: string }>(
      'select assignee_name, handler_name from referral where id = any ($1) order by array_position($1, id)',
      [ids],
    );
    return rows;
  };
  /** Open cases and clients whose owner is no member any more. */
  const ownerless = async () => {
    const { rows } = await server.owner.query(
      `select r.case_number from referral r where r.status not in ('completed', 'interrupted', 'declined', 'withdrawn', 'expired', 'entered_in_error')
          and (exists (select from membership m where m.person_id = r.assignee_id and m.handed_over_at is not null)
               or exists (select from membership m where m.person_id = r.handler_id and m.handed_over_at is not null))`,
    );
    return rows;
  };

  it('everything has a new owner, both sides read who, and the worker is out at once', async () => {
    const started = await aCase('started');
    const asked = await aCase('clarification');
    await aSubstitution(server.owner, {
      organizationId: setting.associationId,
      membershipId: outi.membershipId,
      substituteMembershipId: pekka.membershipId,
    });
    const before = await duties(pekka, kaisa);

    const ended = await end(pekka, kaisa, { othersTo: outi.membershipId });
    const page = await acting.read(setting.sanna, started.id);
    const session = await server.call(sessionRoutes.read, {}, pekka);

    expect(before.body.items.map(({ kind, status }) => `${kind} ${status}`).toSorted()).toEqual([
      'referral clarification',
      'referral started',
      'substitution null',
    ]);
    expect(before.body.items.map(({ awayName }) => awayName).filter(Boolean)).toEqual(['Outi Berg']);
    expect(JSON.stringify(before.body)).not.toContain('Anna');
    expect([ended.status, ended.body.handedOver, ended.body.member.status]).toEqual([200, 2, 'ended']);
    expect((await ownersOf([started.id, asked.id])).map(({ assignee_name: name }) => name)).toEqual([
      'Outi Berg',
      'Outi Berg',
    ]);
    expect(page.body.steps.at(-1)).toMatchObject({ action: 'reassign', ownerName: 'Outi Berg' });
    expect([session.body.person, await ownerless()]).toEqual([null, []]);
    expect(await brokenInvariants(server.owner)).toEqual([]);
  });

  it('the shared conversation says it, and what was written before keeps its writer’s name', async () => {
    const { id } = await aCase('started');

    await end(pekka, kaisa, { othersTo: outi.membershipId });
    const { rows } = await server.owner.query<{ kind: string; name: string; owner: string }>(
      `select e.kind, e.sender_name as name, e.details->'facts'->>'ownerName' as owner from conversation_entry e join conversation c on c.id = e.conversation_id
        where c.referral_id = $1 and c.audience_organization_id is null order by e.seq`,
      [id],
    );

    expect(rows.at(-1)).toEqual({ kind: 'event', name: 'Kaisa Vuori', owner: 'Outi Berg' });
    expect(rows.some(({ name }) => name === 'Pekka Ahola')).toBe(true);
  });

  it('nothing is done while something has no new owner, and what came meanwhile is counted', async () => {
    const first = await aCase('started');
    const seen = await duties(pekka, kaisa);
    const takers = seen.body.items.map(({ kind, id }) => ({ kind, id, membershipId: outi.membershipId }));
    const late = await aCase('accepted');

    const refused = await end(pekka, kaisa, { takers });
    const still = await server.call(sessionRoutes.read, {}, pekka);
    const done = await end(pekka, kaisa, { takers, othersTo: kaisa.membershipId });

    expect([refused.status, refused.body.reason, still.body.acting?.role]).toEqual([
      409,
      'ownerless',
      'providerWorker',
    ]);
    expect(done.status).toBe(200);
    expect((await ownersOf([first.id, late.id])).map(({ assignee_name: name }) => name)).toEqual([
      'Outi Berg',
      'Kaisa Vuori',
    ]);
  });

  it('two managers who end at once have one winner, and whoever accepts meanwhile leaves nothing behind', async () => {
    const liisa = await signedIn(server.owner, {
      organizationId: setting.associationId,
      role: 'providerManager',
      givenName: 'Liisa',
      surname: 'Aho',
    });
    await aCase('started');
    const waiting = await aCase('acknowledged');

    const [one, other, accepted] = await Promise.all([
      end(pekka, kaisa, { othersTo: outi.membershipId }),
      end(pekka, liisa, { othersTo: kaisa.membershipId }),
      acting.transition(pekka, waiting, {
        action: 'accept',
        offeringId: setting.offeringId,
        firstMeetingAt: '2026-11-26T13:00:00+02:00',
      }),
    ]);

    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    // Refused at the door, at the case, or because the contact person who was to be named is no member any more.
    expect([200, 401, 403, 404, 409, 'contactPersonMissing']).toContain(
      accepted.body.reason === 'contactPersonMissing' ? accepted.body.reason : accepted.status,
    );
    expect(await ownerless()).toEqual([]);
  });

  it('a colleague of another organization, one who left or the worker themself takes nothing over', async () => {
    await aCase('started');
    const gone = await signedIn(server.owner, {
      organizationId: setting.associationId,
      role: 'providerWorker',
      validTo: '2026-11-23',
    });

    const answers = await Promise.all(
      [setting.marja, gone, pekka].map(({ membershipId }) => end(pekka, kaisa, { othersTo: membershipId })),
    );

    expect(answers.map(({ status, body }) => [status, body.fields?.[0]?.code])).toEqual(
      answers.map(() => [400, 'notInList']),
    );
  });

  it('the end comes once: who has left is not ended again', async () => {
    const first = await end(pekka, kaisa);

    const again = await end(pekka, kaisa, { version: first.body.member.version });

    expect([first.status, again.status, again.body.reason]).toEqual([200, 409, 'membershipEnded']);
  });

  it('the end is for who leads there alone: no colleague, no other organization, and not for oneself', async () => {
    const riikka = await signedIn(server.owner, {
      organizationId: setting.municipalityId,
      role: 'serviceManager',
    });

    const answers = await Promise.all([
      end(pekka, outi, { othersTo: outi.membershipId }),
      end(pekka, riikka),
      end(kaisa, kaisa),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 404, 403]);
  });

  it('begun notes of the house go to who leads; begun messages to others end, and the new owner is told whom to call', async () => {
    const { id } = await aCase('accepted');
    await server.get(JobWorker).runDue();
    await server.owner.query(
      `insert into message_draft (conversation_id, person_id, body, version, updated_at)
       select c.id, $2, case when c.audience_organization_id is null then 'Hei' else 'Soita huomenna' end, 1, now() from conversation c
        where c.referral_id = $1 and (c.audience_organization_id is null or c.audience_organization_id = $3)`,
      [id, pekka.personId, setting.associationId],
    );

    await end(pekka, kaisa, { othersTo: outi.membershipId });
    await server.get(JobWorker).runDue();
    const { rows } = await server.owner.query('select person_id, body from message_draft');
    const told = await server.call(notificationRoutes.list, { query: {} }, outi);

    expect(rows).toEqual([{ person_id: kaisa.personId, body: 'Soita huomenna' }]);
    expect(told.body.items.filter(({ kind }) => kind === 'callClient')).toHaveLength(1);
  });

  it('a coach’s clients go with their cases, also those that only their handler may see; the service manager sees no name', async () => {
    const riikka = await signedIn(server.owner, {
      organizationId: setting.municipalityId,
      role: 'serviceManager',
    });
    const { clientId, id } = await aCase('started', true);
    const { sanna, marja } = setting;
    const before = await server.call(clientRoutes.read, { params: { clientId } }, marja);

    const seen = await duties(sanna, riikka);
    const ended = await end(sanna, riikka, { othersTo: marja.membershipId });
    const after = await server.call(clientRoutes.read, { params: { clientId } }, marja);
    const page = await acting.read(pekka, id);

    expect(seen.body.items.every(({ kind }) => kind === 'client')).toBe(true);
    expect([before.status, ended.status, after.status]).toEqual([404, 200, 200]);
    expect(page.body.steps.at(-1)).toMatchObject({ action: 'reassign', side: 'sender' });
    expect(await ownerless()).toEqual([]);
  });

  it('by a date: at midnight everything falls to the substitute, without anybody asking', async () => {
    const { id } = await aCase('started');
    await aSubstitution(server.owner, {
      organizationId: setting.associationId,
      membershipId: pekka.membershipId,
      substituteMembershipId: outi.membershipId,
    });
    await server.owner.query(`update membership set valid_to = '2026-11-24' where id = $1`, [
      pekka.membershipId,
    ]);
    const heirs = (await duties(pekka, kaisa)).body.successors.filter(({ isHeir }) => isHeir);

    setClock(server, '2026-11-24T22:00:01Z');
    await server.get(JobWorker).runDue();

    expect(heirs.map(({ name }) => name)).toEqual(['Outi Berg']);
    expect((await ownersOf([id]))[0]?.assignee_name).toBe('Outi Berg');
    expect(await ownerless()).toEqual([]);
    expect((await loggedActions(server.owner, id)).at(-1)).toBe('reassign');
    expect((await loggedActions(server.owner, pekka.membershipId)).at(-1)).toBe('releaseMembership');
  });

  it('without a substitute it falls to who leads the cases there', async () => {
    const { id } = await aCase('started');
    await server.owner.query(`update membership set valid_to = '2026-11-25' where id = $1`, [
      pekka.membershipId,
    ]);

    setClock(server, '2026-11-25T22:00:01Z');
    await server.get(JobWorker).runDue();

    expect((await ownersOf([id]))[0]?.assignee_name).toBe('Kaisa Vuori');
  });

  it('a role without cases is not given to who still has some', async () => {
    const riikka = await signedIn(server.owner, {
      organizationId: setting.municipalityId,
      role: 'serviceManager',
    });
    const { sanna } = setting;

    const answer = await server.call(
      memberRoutes.change,
      {
        params: { membershipId: sanna.membershipId },
        body: { version: 1, role: 'evaluator', validFrom: '2020-01-01' },
      },
      riikka,
    );
    const people = await server.call(organizationRoutes.people, { query: { limit: 100 } }, riikka);

    expect([answer.status, answer.body.reason]).toEqual([409, 'hasDuties']);
    expect(people.body.items.find(({ personId }) => personId === sanna.personId)?.role).toBe('coach');
  });

  it('leaves a row in the log for each thing that changed hands, with its client', async () => {
    const { id, clientId } = await aCase('started');

    await end(pekka, kaisa, { othersTo: outi.membershipId });
    const { rows } = await server.owner.query(
      `select action, object_id, client_id from audit_event where person_id = $1 and action in ('reassign', 'endMembership') order by id`,
      [kaisa.personId],
    );

    expect(rows).toEqual([
      { action: 'reassign', object_id: id, client_id: clientId },
      { action: 'endMembership', object_id: pekka.membershipId, client_id: null },
    ]);
  });
});
