import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { aClient, aConsent, aMunicipality } from '../../testing/clients.js';
import {
  type Act,
  Acting,
  aReferralSetting,
  type AReferralSetting,
  type ReferralSetting,
  type Standing,
} from '../../testing/referrals.js';
import { anOffering, aService } from '../../testing/services.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

const nobody = '00000000-0000-4000-8000-000000000000';

describe('a step that may not be taken', () => {
  let server: TestServer;
  let acting: Acting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  afterAll(() => server.stop());

  const refused = async (
    setting: ReferralSetting,
    caller: keyof ReferralSetting,
    referral: { id: string; version: number },
    act: Act,
  ) => (await acting.transition(setting[caller] as ReferralSetting['sanna'], referral, act)).body;

  describe('sending', () => {
    const draftIn = async (given: AReferralSetting, content = {}) => {
      const setting = await aReferralSetting(server, given);
      return { setting, draft: (await acting.draft(setting, content)).body };
    };

    it.each<[string, AReferralSetting, object]>([
      ['informingMissing', { informed: false }, {}],
      ['consentMissing', { service: { dataRegime: 'own' } }, {}],
      ['serviceNotOpenForMunicipality', { service: { municipalities: ['405'] } }, {}],
      ['notEligible', { service: { ageMax: 29 } }, {}],
      ['goalMissing', {}, { goal: 'Lyhyt.' }],
      ['urgencyReasonMissing', {}, { urgency: 'K1' }],
      ['serviceNotPublished', { service: { referralMode: 'self' } }, {}],
    ])('is refused with %s', async (reason, given, content) => {
      const { setting, draft } = await draftIn(given, content);

      const answer = await refused(setting, 'sanna', draft, { action: 'send' });

      expect(answer).toMatchObject({ code: 'unprocessable', reason });
    });

    it('tells where a service works that does not work where the client lives', async () => {
      await aMunicipality(server.owner, { code: '405', name: 'Lappeenranta', region: 'Etelä-Karjala' });
      const { setting, draft } = await draftIn({ service: { municipalities: ['405'] } });

      const answer = await refused(setting, 'sanna', draft, { action: 'send' });

      expect(answer).toMatchObject({
        details: { areaFi: 'Etelä-Karjala' },
        fields: [{ path: 'body.serviceId', code: 'invalid' }],
      });
    });

    it('goes through with a consent in force where the association keeps its own register, and not after it was taken back', async () => {
      const { setting, draft } = await draftIn({ service: { dataRegime: 'own' } });
      await aConsent(server.owner, setting);
      const withdrawn = await draftIn({ service: { dataRegime: 'own' } });
      await aConsent(server.owner, { ...withdrawn.setting, withdrawnAt: '2026-11-24T05:30Z' });
      const ended = await draftIn({ service: { dataRegime: 'own' } });
      await aConsent(server.owner, { ...ended.setting, validUntil: '2026-11-23' });

      expect((await acting.transition(setting.sanna, draft, { action: 'send' })).status).toBe(200);
      expect(await refused(withdrawn.setting, 'sanna', withdrawn.draft, { action: 'send' })).toMatchObject({
        reason: 'consentMissing',
      });
      expect(await refused(ended.setting, 'sanna', ended.draft, { action: 'send' })).toMatchObject({
        reason: 'consentMissing',
      });
    });

    it('goes past an age limit with a reason, and with a word where the reason asks for one', async () => {
      const { setting, draft } = await draftIn({ service: { ageMax: 29 } });

      const silent = await refused(setting, 'sanna', draft, {
        action: 'send',
        eligibilityOverride: 'assessed_individually',
      });
      const explained = await acting.transition(setting.sanna, draft, {
        action: 'send',
        eligibilityOverride: 'assessed_individually',
        note: 'Arvioitu tapaamisessa.',
      });

      expect(silent).toMatchObject({ reason: 'noteMissing', fields: [{ path: 'body.note' }] });
      expect(explained.status).toBe(200);
    });

    it('tells of an open referral to the same service, and goes past it with a reason', async () => {
      const { setting, draft } = await draftIn({});
      const second = (await acting.draft(setting)).body;
      await acting.act(setting.sanna, draft, { action: 'send' });

      expect(await refused(setting, 'sanna', second, { action: 'send' })).toMatchObject({
        code: 'alreadyExists',
        reason: 'duplicateOpen',
      });
      expect(
        (await acting.transition(setting.sanna, second, { action: 'send', duplicateOverride: 'other_goal' }))
          .status,
      ).toBe(200);
    });

    it('counts the service’s area for a client whose municipality is nobody’s to know', async () => {
      const { setting, draft } = await draftIn({ client: { nonDisclosure: true } });

      expect((await acting.transition(setting.sanna, draft, { action: 'send' })).status).toBe(200);
    });
  });

  describe('answering', () => {
    let setting: ReferralSetting;
    let referral: Standing;
    beforeEach(async () => {
      setClock(server, '2026-11-24T08:00:00+02:00');
      setting = await aReferralSetting(server);
      referral = await acting.referral(setting, 'acknowledged');
    });

    it.each<[string, Partial<Extract<Act, { action: 'accept' }>>, string, string]>([
      ['offeringMissing', { offeringId: nobody }, 'body.offeringId', 'notInList'],
      ['contactPersonMissing', { contactPersonId: nobody }, 'body.contactPersonId', 'notInList'],
      ['firstMeetingOrStartMissing', { startDate: null }, 'body.firstMeetingAt', 'required'],
    ])('takes no promise with %s', async (reason, given, path, code) => {
      const answer = await refused(setting, 'pekka', referral, {
        action: 'accept',
        offeringId: setting.offeringId,
        startDate: '2026-12-01',
        ...given,
      });

      expect(answer).toMatchObject({ code: 'unprocessable', reason, fields: [{ path, code }] });
    });

    it('lets nobody wait for a place that the service has not', async () => {
      const answer = await refused(setting, 'pekka', referral, {
        action: 'waitlist',
        expectedWaitWeeks: 6,
        offeringId: nobody,
      });

      expect(answer).toMatchObject({
        reason: 'offeringMissing',
        fields: [{ path: 'body.offeringId', code: 'notInList' }],
      });
    });

    it('promises a place through a colleague, whose name the sender then sees', async () => {
      await acting.act(setting.pekka, referral, {
        action: 'accept',
        offeringId: setting.offeringId,
        contactPersonId: setting.outi.personId,
        startDate: '2026-12-01',
      });

      expect((await acting.read(setting.sanna, referral.id)).body).toMatchObject({
        assigneeName: 'Outi Berg',
        plannedStartOn: '2026-12-01',
      });
    });

    it('does not promise what is no place: another service’s, or one that has ended', async () => {
      const other = await anOffering(server.owner, {
        organizationId: setting.associationId,
        serviceId: await aService(server.owner, { organizationId: setting.associationId }),
      });
      const ended = await anOffering(server.owner, {
        organizationId: setting.associationId,
        serviceId: setting.serviceId,
        code: 'B',
        status: 'ended',
      });

      expect(
        await refused(setting, 'pekka', referral, {
          action: 'accept',
          offeringId: other,
          startDate: '2026-12-01',
        }),
      ).toMatchObject({ reason: 'offeringMissing' });
      expect(
        await refused(setting, 'pekka', referral, {
          action: 'accept',
          offeringId: ended,
          startDate: '2026-12-01',
        }),
      ).toMatchObject({ code: 'noFreePlace' });
    });

    it.each<[string, Act]>([
      ['reasonUnknown', { action: 'decline', reason: 'hylätty', callRequested: false }],
      ['noteMissing', { action: 'decline', reason: 'assessment_first', callRequested: false }],
      ['suggestionMissing', { action: 'decline', reason: 'target_group', callRequested: false }],
      [
        'suggestionMissing',
        { action: 'decline', reason: 'full', suggestedServiceId: nobody, callRequested: false },
      ],
    ])('declines with a reason that is said whole: %s', async (reason, act) => {
      expect(await refused(setting, 'pekka', referral, act)).toMatchObject({ code: 'unprocessable', reason });
    });

    it('asks nothing twice that is not open, and answers only what was asked', async () => {
      const asked = await acting.act(setting.pekka, referral, {
        action: 'ask',
        questions: [{ field: 'language', question: 'Mikä on kielitaito?' }],
      });

      expect(
        await refused(setting, 'sanna', asked, {
          action: 'answer',
          answers: [{ questionId: nobody, answer: 'Suomi.' }],
        }),
      ).toMatchObject({ reason: 'answerMissing' });
    });
  });

  describe('by the wrong one, or at the wrong time', () => {
    it.each<[ReferralStatus, keyof ReferralSetting, Act, string]>([
      ['acknowledged', 'sanna', { action: 'decline', reason: 'full', callRequested: false }, 'notYourPart'],
      ['acknowledged', 'pekka', { action: 'withdraw', reason: 'moved' }, 'notYourPart'],
      ['accepted', 'sanna', { action: 'start', startDate: '2026-11-24' }, 'notYourPart'],
      ['accepted', 'sanna', { action: 'withdraw', reason: 'moved' }, 'wrongStatus'],
      ['started', 'pekka', { action: 'undo' }, 'wrongStatus'],
      ['accepted', 'pekka', { action: 'start', startDate: '2026-11-25' }, 'startInFuture'],
      ['started', 'pekka', { action: 'finish', endDate: '2026-11-23', early: false }, 'endBeforeStart'],
      ['started', 'sanna', { action: 'finish', endDate: '2026-11-24', early: false }, 'senderEndsEarlyOnly'],
      ['started', 'sanna', { action: 'finish', endDate: '2026-11-24', early: true }, 'reasonMissing'],
      ['closing', 'sanna', { action: 'approve' }, 'closingReportMissing'],
      ['completed', 'sanna', { action: 'withdraw', reason: 'moved' }, 'wrongStatus'],
      ['declined', 'sanna', { action: 'send' }, 'wrongStatus'],
    ])('%s: %s cannot %j: %s', async (status, caller, act, reason) => {
      const setting = await aReferralSetting(server);
      const referral = await acting.referral(setting, status);

      expect(await refused(setting, caller, referral, act)).toMatchObject({ reason });
    });

    it('ends early by the sender with a reason, and is interrupted then', async () => {
      const setting = await aReferralSetting(server);
      const started = await acting.referral(setting, 'started');

      const closing = await acting.act(setting.sanna, started, {
        action: 'finish',
        endDate: '2026-11-24',
        early: true,
        reason: 'got_work',
      });
      const reported = await acting.act(setting.pekka, closing, {
        action: 'report',
        outcome: 'partly',
        exitCode: 'open_work',
      });
      const approved = await acting.actAndRead(setting.marja, reported, { action: 'approve' });

      expect(approved).toMatchObject({ status: 'interrupted', closing: { early: true, reason: 'got_work' } });
    });
  });

  describe('with a request that is no request', () => {
    it('refuses unknown fields, unknown actions and impossible values, and tells each', async () => {
      const setting = await aReferralSetting(server);
      const { body: draft } = await acting.draft(setting);
      const body = (given: object) =>
        server.call(
          referralRoutes.transition,
          { params: { referralId: draft.id }, body: { version: 1, ...given } as never },
          setting.sanna,
        );

      const unknownField = await body({ action: 'send', status: 'accepted' });
      const unknownAction = await body({ action: 'expire' });
      const impossible = await body({ action: 'start', startDate: '2026-02-30' });
      const draftField = await acting.draft(setting, { handlerId: nobody } as never);

      expect([unknownField, unknownAction, impossible, draftField].map(({ status }) => status)).toEqual([
        400, 400, 400, 400,
      ]);
      expect(unknownField.body.fields).toEqual([{ path: 'body.status', code: 'unknownField' }]);
      expect(draftField.body.fields).toEqual([{ path: 'body.handlerId', code: 'unknownField' }]);
    });

    it('knows no service and no earlier referral that is not there, nor another client’s', async () => {
      const setting = await aReferralSetting(server);
      const { body: ofAnna } = await acting.draft(setting);
      const clientId = await aClient(server.owner, {
        organizationId: setting.municipalityId,
        handlerId: setting.sanna.personId,
        homeMunicipality: '286',
      });

      expect((await acting.draft(setting, { serviceId: nobody })).status).toBe(404);
      expect(
        (
          await server.call(
            referralRoutes.preview,
            { params: { clientId: setting.clientId, serviceId: nobody } },
            setting.sanna,
          )
        ).status,
      ).toBe(404);
      expect((await acting.draft(setting, { previousReferralId: nobody })).status).toBe(404);
      expect((await acting.draft({ ...setting, clientId }, { previousReferralId: ofAnna.id })).status).toBe(
        404,
      );
    });

    it('saves no draft to a service that takes nobody any more', async () => {
      const setting = await aReferralSetting(server);
      const { body: draft } = await acting.draft(setting);
      await server.owner.query(`update service set status = 'archived' where id = $1`, [setting.serviceId]);

      const { status, body } = await server.call(
        referralRoutes.saveDraft,
        { params: { referralId: draft.id }, body: { version: 1, serviceId: setting.serviceId } },
        setting.sanna,
      );

      expect([status, body.reason, body.fields]).toEqual([
        422,
        'serviceNotPublished',
        [{ path: 'body.serviceId', code: 'notInList' }],
      ]);
    });

    it('saves a draft whole, from the version that was read, and only a draft', async () => {
      const setting = await aReferralSetting(server);
      const { body: draft } = await acting.draft(setting);
      const save = (version: number) =>
        server.call(
          referralRoutes.saveDraft,
          {
            params: { referralId: draft.id },
            body: {
              version,
              serviceId: setting.serviceId,
              goal: 'Haluan takaisin opintoihin ja töihin.',
              needs: ['evening'],
              alternativeServiceIds: [setting.serviceId],
            },
          },
          setting.sanna,
        );

      const saved = await save(1);
      const late = await save(1);
      await acting.act(setting.sanna, saved.body, { action: 'send' });
      const sent = await save(3);

      expect(saved.body).toMatchObject({
        version: 2,
        goal: 'Haluan takaisin opintoihin ja töihin.',
        needs: ['evening'],
        alternatives: [{ id: setting.serviceId }],
      });
      expect(late.body.code).toBe('changedMeanwhile');
      expect(sent.body.code).toBe('wrongStatus');
    });
  });
});
