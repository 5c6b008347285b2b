import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import { handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import { deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import { emergencyRoutes } from '@rinnalla/shared/privacy/emergency-routes';
import PostalMime, { type Email } from 'postal-mime';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { aConsent } from '../../testing/clients.js';
import { aMailServer, type MailServer } from '../../testing/mail-server.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { referenceInstant, setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

/** Who must know, and is not one of the case's people. */
describe('those who watch over an organization', () => {
  let server: TestServer;
  let post: MailServer;
  let acting: Acting;
  let setting: ReferralSetting;

  beforeAll(async () => {
    post = await aMailServer();
    server = await startTestServer({ SMTP_URL: post.url, PUBLIC_ORIGIN: 'http://rinnalla.example' });
    acting = new Acting(server);
  });
  const begin = async (instant: string, given: Parameters<typeof aReferralSetting>[1] = {}) => {
    setClock(server, instant);
    await server.owner.query('delete from job; delete from notification; delete from notification_setting');
    await server.get(Jobs).onApplicationBootstrap();
    setting = await aReferralSetting(server, given);
    post.received.length = 0;
  };
  afterAll(async () => {
    await server.stop();
    await post.stop();
  });

  const work = () => server.get(JobWorker).runDue();
  const at = async (instant: string) => {
    setClock(server, instant);
    await work();
  };
  const list = async (who: SignedIn) => (await server.call(notificationRoutes.list, {}, who)).body;
  const kinds = async (who: SignedIn) => (await list(who)).items.map(({ kind }) => kind);
  const mails = () => Promise.all(post.received.map(({ raw }) => PostalMime.parse(raw)));
  const lead = (role: 'serviceManager' | 'dataProtectionOfficer', organizationId = setting.municipalityId) =>
    signedIn(server.owner, { organizationId, role });

  describe('are told of an opening in an emergency', () => {
    const saturday = '2026-11-28T09:00:00+02:00';
    let officer: SignedIn;
    let id: string;
    let caseNumber: string;
    beforeEach(async () => {
      await begin(saturday, {
        client: { firstName: 'Leila', nonDisclosure: true, contact: { phone: '0401234567' } },
      });
      officer = await lead('dataProtectionOfficer');
      ({ id } = await acting.referral(setting, 'accepted'));
      ({ caseNumber } = (await acting.read(setting.sanna, id)).body);
      await work();
      await server.owner.query('delete from notification; delete from job');
      post.received.length = 0;
    });
    const open = () =>
      server.call(
        emergencyRoutes.open,
        { body: { caseNumber, purpose: 'danger', explanation: 'Leila on vaarassa, Sanna ei vastaa.' } },
        setting.marja,
      );

    it('the data protection officer, by the case’s number alone; the handler, as of the own case; the opener not', async () => {
      await open();
      await work();

      expect((await list(officer)).items).toEqual([
        {
          id: expect.any(String) as string,
          kind: 'openedInEmergency',
          referralId: null,
          caseNumber,
          leftMembership: null,
          firstName: null,
          serviceTitle: null,
          count: 1,
          urgent: true,
          at: expect.stringMatching('2026-11-28T07:00') as string,
          seen: false,
        },
      ]);
      expect((await list(officer)).unseen).toBe(1);
      expect((await list(setting.sanna)).items).toMatchObject([
        { kind: 'openedInEmergency', referralId: id, firstName: 'Leila' },
      ]);
      expect(await kinds(setting.marja)).toEqual([]);
    });

    it('by a mail that waits for no working day and says nothing but the number and where to look', async () => {
      await open();
      await work();
      await at('2026-11-28T09:11:00+02:00');

      const sent = await mails();
      const toOfficer = sent.find((mail) => addresseeOf(mail) === `${officer.personId}@people.example`);
      expect(sent.map(addresseeOf).toSorted()).toEqual(
        [officer, setting.sanna].map(({ personId }) => `${personId}@people.example`).toSorted(),
      );
      expect(toOfficer?.subject).toBe(`Uusi tapahtuma asiassa ${caseNumber}`);
      expect(toOfficer?.text?.split('\n').slice(0, 2)).toEqual([
        'Kirjaudu ja katso:',
        'http://rinnalla.example/loki',
      ]);
      expect(JSON.stringify(sent)).not.toMatch(/Leila|Sanna|Marja|danger|vaara/i);
    });

    it('also who has muted it, when nobody else would hear', async () => {
      for (const who of [officer, setting.sanna])
        await server.call(
          notificationRoutes.changeSettings,
          { body: { channels: { openedInEmergency: 'none' } } },
          who,
        );
      await open();
      await work();
      await at('2026-11-28T09:11:00+02:00');

      expect((await mails()).map(addresseeOf)).toContain(`${officer.personId}@people.example`);
    });

    it('and not those of another municipality, nor who leads this one', async () => {
      const elsewhere = await lead(
        'dataProtectionOfficer',
        await anOrganization(server.owner, { kind: 'municipality' }),
      );
      const manager = await lead('serviceManager');
      await open();
      await work();

      expect([await kinds(elsewhere), await kinds(manager)]).toEqual([[], []]);
    });

    it('no longer, once the task as officer is over', async () => {
      await open();
      await work();
      await server.owner.query(`update membership set role = 'evaluator' where id = $1`, [
        officer.membershipId,
      ]);
      await at('2026-11-28T09:11:00+02:00');

      expect((await mails()).map(addresseeOf)).toEqual([`${setting.sanna.personId}@people.example`]);
    });
  });

  describe('and holders of what a client does not consent to any more', () => {
    let id: string;
    beforeEach(async () => {
      await begin(referenceInstant, { service: { dataRegime: 'own' }, informed: false });
      await aConsent(server.owner, { clientId: setting.clientId, serviceId: setting.serviceId });
      ({ id } = await acting.referral(setting, 'started'));
      await work();
      await server.owner.query('delete from notification');
    });
    const withdraw = (by: SignedIn) =>
      server.call(
        clientRoutes.withdrawConsent,
        { params: { clientId: setting.clientId as never, serviceId: setting.serviceId as never } },
        by,
      );

    it('are asked to delete it; the handler hears that the consent ended, if a colleague wrote it down', async () => {
      await withdraw(setting.marja);
      await work();

      expect((await list(setting.pekka)).items).toMatchObject([{ kind: 'deletionAsked', referralId: id }]);
      expect([await kinds(setting.sanna), await kinds(setting.marja)]).toEqual([['disclosureEnded'], []]);
    });

    it('are known to have done it', async () => {
      await withdraw(setting.sanna);
      const [task] = (await server.call(deletionRoutes.open, {}, setting.pekka)).body.items;
      await server.call(
        deletionRoutes.confirm,
        { params: { taskId: task!.id as never }, body: { kept: [] } },
        setting.pekka,
      );
      await work();

      expect(await kinds(setting.sanna)).toEqual(['deletionConfirmed']);
    });
  });

  describe('are told of cases that nobody may take when a membership ends by its day', () => {
    const midnight = '2026-11-25T00:00:01+02:00';
    let riikka: SignedIn;
    beforeEach(async () => {
      await begin(referenceInstant);
      riikka = await lead('serviceManager');
      await acting.referral(setting, 'started');
      await work();
      await server.owner.query('delete from notification');
      post.received.length = 0;
    });
    const endToday = (...people: SignedIn[]) =>
      server.owner.query(`update membership set valid_to = '2026-11-24' where id = any ($1)`, [
        people.map(({ membershipId }) => membershipId),
      ]);

    it('who leads, by the person who left; and can give them away once somebody has come', async () => {
      await endToday(setting.marja, setting.sanna);
      await at(midnight);
      const told = await list(riikka);
      const taker = await signedIn(server.owner, {
        organizationId: setting.municipalityId,
        role: 'coach',
      });
      const ended = await server.call(
        handoverRoutes.end,
        {
          params: { membershipId: setting.sanna.membershipId as never },
          body: { version: 1, othersTo: taker.membershipId as never },
        },
        riikka,
      );

      expect(told.items).toMatchObject([
        {
          kind: 'leftWithoutOwner',
          leftMembership: {
            id: setting.sanna.membershipId,
            name: expect.stringMatching(/^Sanna /) as string,
          },
          caseNumber: null,
          firstName: null,
        },
      ]);
      expect([ended.status, ended.body.handedOver]).toEqual([200, 1]);
    });

    it('by a mail with no name, that leads to that person’s page', async () => {
      await endToday(setting.marja, setting.sanna);
      await at(midnight);
      await at('2026-11-25T00:11:00+02:00');

      const [mail] = await mails();
      expect([mail && addresseeOf(mail), mail?.subject]).toEqual([
        `${riikka.personId}@people.example`,
        'Asioilta puuttuu vastuuhenkilö',
      ]);
      expect(mail?.text).toContain(`http://rinnalla.example/henkilot/${setting.sanna.membershipId}`);
      expect(mail?.text).not.toContain('Sanna');
    });

    it('nobody, when somebody took them or there was nothing', async () => {
      await endToday(setting.sanna);
      await at(midnight);

      expect([await kinds(riikka), await kinds(setting.marja)]).toEqual([
        [],
        expect.arrayContaining(['callClient']),
      ]);
    });
  });
});

const addresseeOf = ({ to }: Email): string => to?.[0]?.address ?? '';
