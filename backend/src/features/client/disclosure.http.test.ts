import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { aClient } from '../../testing/clients.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { aService } from '../../testing/services.js';
import { setClock, startTestServer, referenceInstant, type TestServer } from '../../testing/test-server.js';
import { loadDisclosureTexts } from './load-disclosure-texts.js';

describe('what must be on record before a disclosure', () => {
  let server: TestServer;
  let sanna: SignedIn;
  let provider: string;
  beforeAll(async () => {
    server = await startTestServer();
    await loadDisclosureTexts(server.owner);
    provider = await anOrganization(server.owner, { name: 'Salmenpään Rinnallakulkijat' });
    sanna = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
      role: 'coach',
    });
  });
  afterAll(() => server.stop());
  afterEach(() => setClock(server, referenceInstant));

  const aCase = async (dataRegime: 'assignment' | 'joint' | 'own', statutoryBases: string[] = []) => ({
    clientId: await aClient(server.owner, {
      organizationId: sanna.organizationId,
      handlerId: sanna.personId,
    }),
    serviceId: await aService(server.owner, {
      organizationId: provider,
      title: 'Ensiaskel kotoa',
      dataRegime,
      statutoryBases,
    }),
  });
  type Params = Awaited<ReturnType<typeof aCase>>;
  const read = (params: Params, caller = sanna) =>
    server.call(clientRoutes.disclosureRecords, { params }, caller);
  const textOf = async (params: Params) => (await read(params)).body.text.id;
  const inform = async (params: Params, textId: string, caller = sanna) =>
    server.call(
      clientRoutes.recordInforming,
      { params, body: { textId, language: 'fi', way: 'in_person' } },
      caller,
    );
  const consent = async (params: Params, textId: string, validUntil: string, caller = sanna) =>
    server.call(
      clientRoutes.recordConsent,
      { params, body: { textId, language: 'easyFi', way: 'in_person', validUntil } },
      caller,
    );
  const withdraw = (params: Params, caller = sanna) =>
    server.call(clientRoutes.withdrawConsent, { params }, caller);

  it('is informing for an assignment, in words that name recipient and service in each language', async () => {
    const { body } = await read(await aCase('assignment'));

    expect(body).toMatchObject({
      dataRegime: 'assignment',
      recordNeeded: 'informing',
      recordPresent: false,
      legalBasis: null,
      consent: null,
    });
    expect(body.recipient.name).toEqual({ fi: 'Salmenpään Rinnallakulkijat' });
    for (const text of [body.text.body.fi, body.text.body.sv, body.text.body.en, body.text.body.easyFi]) {
      expect(text).toContain('Salmenpään Rinnallakulkijat');
      expect(text).toContain('Ensiaskel kotoa');
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('is there once the client was told, with the legal basis beside it', async () => {
    const params = await aCase('assignment', ['jarj_valmennus']);

    const answer = await inform(params, await textOf(params));

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ recordPresent: true, legalBasis: 'jarj_valmennus', consent: null });
    expect(answer.body.informedAt).toMatch(/^2026-11-24T06:/);
  });

  it('is never a consent where the law needs none', async () => {
    const params = await aCase('assignment');

    const answer = await consent(params, await textOf(params), '2027-01-31');

    expect([answer.status, answer.body.reason]).toEqual([422, 'consentNotNeeded']);
  });

  it.each(['joint', 'own'] as const)(
    'is consent for the regime %s, and informing alone does not do',
    async (dataRegime) => {
      const params = await aCase(dataRegime);
      const { rows } = await server.owner.query<{ id: string }>(
        `select id from disclosure_text where kind = 'informing'`,
      );
      const told = await inform(params, rows[0]?.id ?? '');

      const answer = await consent(params, await textOf(params), '2027-11-24');

      expect([told.status, told.body.recordPresent, told.body.recordNeeded]).toEqual([201, false, 'consent']);
      expect(answer.body).toMatchObject({
        recordPresent: true,
        legalBasis: 'consent',
        consent: { validUntil: '2027-11-24', withdrawnAt: null },
      });
    },
  );

  it.each([
    ['2026-11-23', 'inThePast'],
    ['2027-11-25', 'tooLarge'],
  ])('refuses a consent until %s', async (validUntil, code) => {
    const params = await aCase('own');

    const answer = await consent(params, await textOf(params), validUntil);

    expect([answer.status, answer.body.fields]).toEqual([400, [{ path: 'body.validUntil', code }]]);
  });

  it('refuses words that are not those in force, of a consent and of an informing', async () => {
    const params = await aCase('own');
    const { rows } = await server.owner.query<{ id: string }>(
      `select id from disclosure_text where kind = 'informing'`,
    );

    const answers = [
      await consent(params, rows[0]?.id ?? '', '2027-01-31'),
      await inform(params, await textOf(params)),
    ];

    expect(answers.map(({ status, body }) => [status, body.fields])).toEqual(
      Array(2).fill([400, [{ path: 'body.textId', code: 'notInList' }]]),
    );
  });

  it('is asked of no service that is not there', async () => {
    const { clientId } = await aCase('own');

    const answer = await read({ clientId, serviceId: crypto.randomUUID() });

    expect([answer.status, answer.body.code]).toEqual([404, 'notFound']);
  });

  it('ends with the last day of the consent, by the Finnish calendar', async () => {
    const params = await aCase('own');
    await consent(params, await textOf(params), '2026-11-24');

    setClock(server, '2026-11-24T23:59:00+02:00');
    const lastMinute = await read(params);
    setClock(server, '2026-11-25T00:00:30+02:00');
    const nextDay = await read(params);

    expect([lastMinute.body.recordPresent, nextDay.body.recordPresent]).toEqual([true, false]);
  });

  it('ends when the client takes the consent back, and says so to whoever holds the data', async () => {
    const params = await aCase('own');
    await consent(params, await textOf(params), '2027-01-31');
    await consent(params, await textOf(params), '2027-05-31');

    const answer = await withdraw(params);
    const again = await withdraw(params);
    const { rows } = await server.owner.query(
      `select payload->>'serviceId' as service from event where name = 'consentWithdrawn' and payload->>'clientId' = $1`,
      [params.clientId],
    );

    expect([answer.status, answer.body.recordPresent]).toEqual([201, false]);
    expect(answer.body.consent?.withdrawnAt).toMatch(/^2026-11-24T06:/);
    expect([again.status, again.body.reason]).toEqual([409, 'noConsentInForce']);
    expect(rows).toEqual([{ service: params.serviceId }, { service: params.serviceId }]);
  });

  it('names its recipient: a consent does not follow the service to another organization', async () => {
    const params = await aCase('own');
    await consent(params, await textOf(params), '2027-01-31');
    await server.owner.query('update service set organization_id = $2 where id = $1', [
      params.serviceId,
      await anOrganization(server.owner),
    ]);

    const answer = await read(params);

    expect([answer.body.recordPresent, answer.body.consent]).toEqual([false, null]);
  });

  it('is nobody else’s business: an outsider finds no client, and nothing is recorded', async () => {
    const params = await aCase('own');
    const textId = await textOf(params);
    const outsider = await signedIn(server.owner, { organizationId: provider, role: 'providerManager' });

    const answers = [
      await read(params, outsider),
      await inform(params, textId, outsider),
      await consent(params, textId, '2027-01-31', outsider),
      await withdraw(params, outsider),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('cannot be asked of a service that has told no regime, or while no words are in force', async () => {
    const params = await aCase('own');
    const { clientId, serviceId } = await aCase('own');
    await server.owner.query(`update service set data_regime = null, origin = 'ptv' where id = $1`, [
      serviceId,
    ]);
    await server.owner.query(`update disclosure_text set valid_to = '2020-12-31' where kind = 'consent'`);

    const answers = [await read({ clientId, serviceId }), await read(params)];
    await server.owner.query(`update disclosure_text set valid_to = null where kind = 'consent'`);

    expect(answers.map(({ status, body }) => [status, (body as { reason?: string }).reason])).toEqual([
      [422, 'dataRegimeMissing'],
      [422, 'disclosureTextMissing'],
    ]);
  });

  it('is logged with the client, each time', async () => {
    const params = await aCase('own');
    await consent(params, await textOf(params), '2027-01-31');
    await withdraw(params);

    const { rows } = await server.owner.query<{ action: string }>(
      'select action from audit_event where client_id = $1 order by id',
      [params.clientId],
    );

    expect(rows.map(({ action }) => action)).toEqual(['readDisclosure', 'recordConsent', 'withdrawConsent']);
  });
});

describe('the disclosure texts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('load once; loading again changes nothing', async () => {
    const first = await loadDisclosureTexts(server.owner);
    const second = await loadDisclosureTexts(server.owner);

    expect([first, second]).toEqual([2, 0]);
  });

  it('of a version that stands in the database do not change silently', async () => {
    await loadDisclosureTexts(server.owner);
    await server.owner.query(`update disclosure_text set body = '{"fi": "Muuta."}' where kind = 'consent'`);

    await expect(loadDisclosureTexts(server.owner)).rejects.toThrow(
      'The words of the consent text, version 1, have changed',
    );
  });
});
