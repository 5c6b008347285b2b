import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { emergencyRoutes } from '@rinnalla/shared/privacy/emergency-routes';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { goOnline } from '../../testing/people-online.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { rightAfter } from '../../testing/right-after.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

const explanation = 'Leila soitti ja on vaarassa, Sanna ei vastaa.';

/** Scenario S6: each opening outside the team needs a purpose, alerts, and is logged. */
describe('opening a case that is kept from a coordinator', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  let officer: SignedIn;
  let id: string;
  let caseNumber: string;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  beforeEach(async () => {
    setClock(server, '2026-11-24T08:00:00+02:00');
    setting = await aReferralSetting(server, {
      client: { firstName: 'Leila', nonDisclosure: true, contact: { phone: '0401234567' } },
    });
    officer = await signedIn(server.owner, {
      organizationId: setting.municipalityId,
      role: 'dataProtectionOfficer',
    });
    ({ id } = await acting.referral(setting, 'accepted'));
    ({ caseNumber } = (await acting.read(setting.sanna, id)).body);
  });
  afterAll(() => server.stop());

  const open = (caller: SignedIn, change: Record<string, unknown> = {}) =>
    server.call(
      emergencyRoutes.open,
      { body: { caseNumber, purpose: 'danger', explanation, ...change } as never },
      caller,
    );
  const list = async (caller: SignedIn) => (await server.call(emergencyRoutes.list, {}, caller)).body.items;
  const read = (caller: SignedIn) =>
    server.call(clientRoutes.read, { params: { clientId: setting.clientId as never } }, caller);
  const conversations = (caller: SignedIn) =>
    server.call(messagingRoutes.ofReferral, { params: { referralId: id as never } }, caller);
  /** What the database itself gives. */
  const rowsFor = (caller: SignedIn) =>
    server
      .get(Database)
      .inTransaction(
        { tokenHash: hashOfToken(caller.cookie.replace('session=', '')) },
        async ({ transaction }) => {
          const count = async (table: string, where: string, value: string) =>
            (
              await transaction.rows(
                { name: `emergency-${table}`, text: `select from ${table} where ${where}` },
                [value],
              )
            ).length;
          return {
            client: await count('client', 'id = $1', setting.clientId),
            contact: await count('client_contact', 'client_id = $1', setting.clientId),
            referral: await count('referral', 'id = $1', id),
            content: await count('referral_content', 'referral_id = $1', id),
            conversations: await count('conversation', 'referral_id = $1', id),
          };
        },
      );

  it('lets her read the client, how to reach them, and the case, and nothing was there before', async () => {
    const before = [
      (await read(setting.marja)).status,
      (await acting.read(setting.marja, id)).status,
      await rowsFor(setting.marja),
    ];

    expect(await open(setting.marja)).toMatchObject({
      status: 201,
      body: { referralId: id, isOpen: true, endsAt: expect.stringMatching('2026-11-24T10:00') },
    });

    expect(before).toEqual([404, 404, { client: 0, contact: 0, referral: 0, content: 0, conversations: 0 }]);
    expect((await read(setting.marja)).body).toMatchObject({
      firstName: 'Leila',
      contact: { phone: '0401234567' },
    });
    expect((await acting.read(setting.marja, id)).body).toMatchObject({
      caseNumber,
      goal: expect.any(String) as string,
    });
    expect((await conversations(setting.marja)).status).toBe(200);
  });

  it('never lets her change the client or act on the case', async () => {
    await open(setting.marja);
    const { body } = await read(setting.marja);
    const { firstName, surname, goal, version } = body;
    const change = {
      firstName,
      surname,
      goal,
      version,
      nonDisclosure: false,
      homeMunicipality: '286',
      contact: { way: 'phone', phone: '0400000000' },
    };

    expect(
      (
        await server.call(
          clientRoutes.change,
          { params: { clientId: setting.clientId as never }, body: change as never },
          setting.marja,
        )
      ).status,
    ).toBe(404);
    expect(
      (await acting.transition(setting.marja, { id, version: 4 }, { action: 'not_started', reason: 'moved' }))
        .status,
    ).toBe(404);
  });

  it('ends by itself when its time is over, in the code and in the database', async () => {
    await open(setting.marja);
    const during = await rowsFor(setting.marja);

    setClock(server, '2026-11-24T12:05:00+02:00');

    expect(during).toEqual({ client: 1, contact: 1, referral: 1, content: 1, conversations: 2 });
    expect(await rowsFor(setting.marja)).toEqual({
      client: 0,
      contact: 0,
      referral: 0,
      content: 0,
      conversations: 0,
    });
    expect([
      (await read(setting.marja)).status,
      (await acting.read(setting.marja, id)).status,
      (await conversations(setting.marja)).status,
    ]).toEqual([404, 404, 404]);
  });

  it('ends when she ends it, and nobody ends another’s or makes one longer', async () => {
    const { body } = await open(setting.marja);
    const close = (caller: SignedIn) =>
      server.call(emergencyRoutes.close, { params: { openingId: body.id as never } }, caller);

    expect((await close(setting.sanna)).status).toBe(404);
    expect((await close(setting.marja)).status).toBe(200);
    expect((await read(setting.marja)).status).toBe(404);
    await expect(
      server.owner.query(
        `update emergency_opening set ends_at = opened_at + interval '5 hours' where id = $1`,
        [body.id],
      ),
    ).rejects.toThrow('emergency_opening_check');
  });

  it('alerts the handler at once, and is seen by the handler and the data protection officer with its reason', async () => {
    const sanna = await goOnline(server, setting.sanna);
    await open(setting.marja);
    await sanna.hears(
      (heard) =>
        heard.some(
          ({ name, payload }) =>
            name === 'referralChanged' && (payload as { referralId: string }).referralId === id,
        ),
      2_000,
    );
    sanna.close();

    const [seen] = await list(setting.sanna);
    expect(seen).toMatchObject({
      caseNumber,
      openedBy: 'Marja Lehtonen',
      purpose: 'danger',
      explanation,
      isMine: false,
      referralId: null,
    });
    expect(await list(officer)).toEqual([seen]);
  });

  it('is logged with its purpose, and told to the client as an emergency', async () => {
    await open(setting.marja);
    const { rows } = await server.owner.query(
      `select action, purpose, client_id, result from audit_event where action = 'openInEmergency' and object_id = $1`,
      [id],
    );

    expect(rows).toEqual([
      { action: 'openInEmergency', purpose: 'danger', client_id: setting.clientId, result: 'done' },
    ]);
  });

  it('is for a coordinator of the same organization, and tells nobody else whether there is such a case', async () => {
    const manager = await signedIn(server.owner, {
      organizationId: setting.municipalityId,
      role: 'serviceManager',
    });
    const elsewhere = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
      role: 'coordinator',
    });
    const colleague = await signedIn(server.owner, { organizationId: setting.municipalityId, role: 'coach' });

    for (const caller of [manager, colleague, setting.pekka, officer])
      expect((await open(caller)).status).toBe(403);
    expect((await open(elsewhere)).body).toMatchObject({
      code: 'invalidInput',
      fields: [{ path: 'body.caseNumber', code: 'notInList' }],
    });
    expect((await open(elsewhere, { caseNumber: 'KVL-2020-9999' })).body).toMatchObject({
      code: 'invalidInput',
      fields: [{ path: 'body.caseNumber', code: 'notInList' }],
    });
    expect(await list(colleague)).toEqual([]);
    expect(await list(setting.pekka)).toEqual([]);
  });

  it('opens nothing of a draft that was dropped in the same moment', async () => {
    const { body: draft } = await acting.draft(setting);
    rightAfter(server, 'open-in-emergency', () =>
      server.owner.query('select app.drop_draft($1)', [draft.id]),
    );

    expect((await open(setting.marja, { caseNumber: draft.caseNumber })).status).toBe(404);
    expect(await list(setting.marja)).toEqual([]);
    expect((await read(setting.marja)).status).toBe(404);
  });

  it('needs a purpose of the list and words of one’s own', async () => {
    expect((await open(setting.marja, { purpose: 'curiosity' })).body).toMatchObject({
      fields: [{ path: 'body.purpose', code: 'notInList' }],
    });
    expect((await open(setting.marja, { explanation: 'x' })).body).toMatchObject({
      fields: [{ path: 'body.explanation', code: 'tooShort' }],
    });
  });

  it('opens no other client of the same handler', async () => {
    const other = await aReferralSetting(server, { client: { nonDisclosure: true } });
    await open(setting.marja);

    expect(
      (await server.call(clientRoutes.read, { params: { clientId: other.clientId as never } }, setting.marja))
        .status,
    ).toBe(404);
  });
});
