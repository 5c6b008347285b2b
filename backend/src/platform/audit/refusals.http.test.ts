import { randomUUID } from 'node:crypto';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('what is refused', () => {
  let server: TestServer;
  let setting: ReferralSetting;
  let stranger: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
    setting = await aReferralSetting(server, { client: { nonDisclosure: true } });
  });
  beforeEach(async () => {
    stranger = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
      role: 'coach',
    });
  });
  afterAll(() => server.stop());

  const read = (caller: SignedIn, clientId: string) =>
    server.call(clientRoutes.read, { params: { clientId } }, caller);
  const refusalsOf = async (person: SignedIn) =>
    (
      await server.owner.query(
        `select action, result, organization_id, object_type, object_id, client_id, details from audit_event where person_id = $1 and result = 'refused' order by id`,
        [person.personId],
      )
    ).rows as {
      action: string;
      details: Record<string, unknown>;
    }[];

  it('is logged for the organization of the one who tried, with the client whom they asked for', async () => {
    const { clientId } = setting;

    expect((await read(stranger, clientId)).status).toBe(404);

    expect(await refusalsOf(stranger)).toEqual([
      {
        action: 'GET /clients/:clientId',
        result: 'refused',
        organization_id: stranger.organizationId,
        object_type: 'client',
        object_id: clientId,
        client_id: clientId,
        details: { code: 'notFound' },
      },
    ]);
  });

  it('is logged of a colleague who tries to open a client with a non-disclosure order', async () => {
    const { status } = await read(setting.marja, setting.clientId);

    expect(status).toBe(404);
    expect(await refusalsOf(setting.marja)).toHaveLength(1);
  });

  it('is logged with its reason where a role is refused, and without what was written', async () => {
    const body = { version: 1, languages: ['fi'], description: { fi: 'Salainen sana.' } };
    const { status } = await server.call(organizationRoutes.change, { body }, stranger);

    expect(status).toBe(403);
    const [row] = await refusalsOf(stranger);
    expect(row).toMatchObject({ action: 'PUT /organization', object_type: 'route', object_id: null });
    expect(JSON.stringify(row)).not.toContain('Salainen');
  });

  it('is no word that somebody put into an address', async () => {
    await server.call(clientRoutes.read, { params: { clientId: 'Anna Virtanen' as never } }, stranger);

    expect(JSON.stringify(await refusalsOf(stranger))).not.toContain('Virtanen');
  });

  it('is logged thirty times a minute, and the last row says that more were left out', async () => {
    for (let attempt = 0; attempt < 33; attempt++) await read(stranger, randomUUID());
    const rows = await refusalsOf(stranger);
    setClock(server, '2026-11-24T09:00:00+02:00');
    await read(stranger, randomUUID());

    expect(rows.map(({ details }) => details['moreLeftOut'] ?? false)).toEqual([
      ...Array<boolean>(29).fill(false),
      true,
    ]);
    expect(await refusalsOf(stranger)).toHaveLength(31);
  });

  it('leaves nothing of a person who is not signed in', async () => {
    const before = await server.owner.query('select from audit_event');
    await server.call(clientRoutes.read, { params: { clientId: setting.clientId as never } });

    expect((await server.owner.query('select from audit_event')).rowCount).toBe(before.rowCount);
  });
});
