import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { aMunicipality, anInforming } from '../../testing/clients.js';
import { anOrganization } from '../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { anOffering, aService } from '../../testing/services.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('declining with a better idea, and referring there (scenario S2)', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  let suggestedServiceId: string;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
    await aMunicipality(server.owner, { code: '405', name: 'Lappeenranta', region: 'Etelä-Karjala' });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    const goal = 'Haluan tehdä käsilläni jotain, mistä on hyötyä.';
    setting = await aReferralSetting(server, {
      service: { category: 'workshop', title: 'Puupaja Kaarna' },
      client: { firstName: 'Jari', goal },
    });
    suggestedServiceId = await aServiceWithRoom('Työn muotoilu', setting.associationId);
  });

  const aServiceWithRoom = async (
    title: string,
    organizationId: string,
    municipalities = ['286'],
    places = 3,
  ): Promise<string> => {
    const serviceId = await aService(server.owner, {
      organizationId,
      title,
      municipalities,
      category: 'workshop',
    });
    await anOffering(server.owner, { serviceId, organizationId, places });
    return serviceId;
  };
  const decline = async () => {
    const draft = await acting.draft(setting, {
      goal: 'Haluan tehdä käsilläni jotain.',
      needs: ['seated_work'],
      background: 'Selkä oireilee.',
      agreed: 'Kaksi päivää viikossa.',
    });
    const sent = await acting.act(setting.sanna, draft.body, { action: 'send' });
    return acting.act(setting.pekka, sent, {
      action: 'decline',
      reason: 'target_group',
      note: 'Seisomatyö ei sovi selälle, työn muotoilu voisi',
      suggestedServiceId,
    });
  };

  it('tells the sender why, the suggestion, and three that fit and have room', async () => {
    const elsewhere = await anOrganization(server.owner, { name: 'Toinen yhdistys' });
    const fits = await aServiceWithRoom('Kierrätyspaja', elsewhere, ['286'], 5);
    await aServiceWithRoom('Täynnä', elsewhere, ['286'], 0);
    await aServiceWithRoom('Kaukana', elsewhere, ['405'], 5);
    const declined = await decline();

    const { body } = await acting.read(setting.sanna, declined.id);

    expect(body.decline).toMatchObject({
      reason: 'target_group',
      note: 'Seisomatyö ei sovi selälle, työn muotoilu voisi',
      suggestedService: { id: suggestedServiceId, title: { fi: 'Työn muotoilu' } },
    });
    expect(body.decline?.proposals.map(({ id }) => id)).toContain(fits);
    expect(body.decline?.proposals.map(({ title }) => title.fi)).not.toEqual(
      expect.arrayContaining(['Täynnä']),
    );
    expect(body.decline?.proposals.map(({ title }) => title.fi)).not.toEqual(
      expect.arrayContaining(['Kaukana']),
    );
  });

  it('offers the provider its own services first', async () => {
    await aServiceWithRoom('Isompi muualla', await anOrganization(server.owner), ['286'], 40);
    const sent = await acting.referral(setting, 'acknowledged');

    const { body } = await server.call(
      referralRoutes.proposals,
      { params: { referralId: sent.id } },
      setting.pekka,
    );

    expect(body.items[0]).toMatchObject({ id: suggestedServiceId, continuous: true, freePlaces: 3 });
  });

  it('fills the new referral with the sender’s own words and none of the receiver’s, and links the two', async () => {
    const declined = await decline();

    const again = await server.call(
      referralRoutes.refer,
      { params: { referralId: declined.id }, body: { serviceId: suggestedServiceId } },
      setting.sanna,
    );
    const old = await acting.read(setting.sanna, declined.id);

    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({
      status: 'draft',
      service: { id: suggestedServiceId },
      goal: 'Haluan tehdä käsilläni jotain.',
      needs: ['seated_work'],
      card: { background: 'Selkä oireilee.', agreed: 'Kaksi päivää viikossa.' },
      previousReferralId: declined.id,
    });
    expect(JSON.stringify(again.body)).not.toContain('Seisomatyö');
    expect(old.body.nextReferralId).toBe(again.body.id);
  });

  it('leaves the declining organization its own answer under a pseudonym, at once', async () => {
    const declined = await decline();

    const { body } = await acting.read(setting.pekka, declined.id);
    const { body: senders } = await acting.read(setting.sanna, declined.id);
    const listed = await server.call(referralRoutes.list, { query: { group: 'ended' } }, setting.pekka);

    for (const seen of [body, listed.body.items.find(({ id }) => id === declined.id)]) {
      expect(seen).toMatchObject({
        caseNumber: senders.caseNumber,
        status: 'declined',
        firstName: null,
        goal: null,
        needs: [],
        municipality: null,
      });
      expect(JSON.stringify(seen)).not.toMatch(/Jari|Virtanen|käsilläni|Selkä|0401234567/);
    }
    expect(body).toMatchObject({ card: {}, clientId: null, nextReferralId: null, decline: null });
    expect(body.steps.at(-1)).toMatchObject({
      action: 'decline',
      note: 'Seisomatyö ei sovi selälle, työn muotoilu voisi',
    });
  });

  it('is refused where the service does not work for the client, and tells where it does', async () => {
    const far = await aServiceWithRoom('Kaukana', setting.associationId, ['405']);
    const declined = await decline();

    const answer = await server.call(
      referralRoutes.refer,
      { params: { referralId: declined.id }, body: { serviceId: far } },
      setting.sanna,
    );

    expect(answer.body).toMatchObject({
      code: 'unprocessable',
      reason: 'serviceNotOpenForMunicipality',
      details: { areaFi: 'Etelä-Karjala' },
    });
  });

  it('leads to no service that is not there, and from no record of what was erased', async () => {
    const declined = await decline();
    const again = (serviceId: string) =>
      server.call(
        referralRoutes.refer,
        { params: { referralId: declined.id }, body: { serviceId } },
        setting.sanna,
      );

    const nowhere = await again(crypto.randomUUID());
    // The client stays, for the sake of another case.
    await server.owner.query('select app.end_case($1, now())', [declined.id]);
    const fromRecord = await again(suggestedServiceId);

    expect([nowhere.status, fromRecord.status]).toEqual([404, 404]);
  });

  it('is for the sender, and for what has ended', async () => {
    const sent = await acting.referral(setting, 'acknowledged');
    const again = (caller: ReferralSetting['sanna']) =>
      server.call(
        referralRoutes.refer,
        { params: { referralId: sent.id }, body: { serviceId: suggestedServiceId } },
        caller,
      );

    expect((await again(setting.sanna)).body.code).toBe('wrongStatus');
    expect((await again(setting.pekka)).body.code).toBe('notAllowed');
  });

  it('counts a need that stayed unmet for want of room, without a person', async () => {
    await acting.referral(setting, 'declined');

    const { rows } = await server.owner.query(
      `select reason, category, municipality_code from unmet_need where service_id = $1`,
      [setting.serviceId],
    );

    expect(rows).toEqual([{ reason: 'full', category: 'workshop', municipality_code: '286' }]);
  });

  it('reaches the suggested service when its own record is there', async () => {
    const declined = await decline();
    const again = await server.call(
      referralRoutes.refer,
      { params: { referralId: declined.id }, body: { serviceId: suggestedServiceId } },
      setting.sanna,
    );
    await anInforming(server.owner, { clientId: setting.clientId, serviceId: suggestedServiceId });

    const sent = await acting.transition(setting.sanna, again.body, { action: 'send' });

    expect(sent.status).toBe(200);
  });
});
