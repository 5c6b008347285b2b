import { randomUUID } from 'node:crypto';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { loadRegisters } from '../../commands/load-registers.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { aPublishedService } from '../../testing/published-services.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { CatalogueFacade } from './catalogue.facade.js';

const today = '2026-11-24';
/** As a referral's step does it (`referral.repository`). */
const movePlaces = statement('places-moved-alone', 'select app.move_places($1, $2, 1, 0, 0) as moved');

describe('what a referral asks of the catalogue', () => {
  let server: TestServer;
  let facade: CatalogueFacade;
  let manager: SignedIn;
  let worker: SignedIn;
  let coach: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
    const owner = await server.owner.connect();
    await loadRegisters(owner);
    owner.release();
    facade = server.get(CatalogueFacade);
    const organizationId = await anOrganization(server.owner, { name: 'Kaarnan työpaja ry' });
    manager = await signedIn(server.owner, { organizationId, role: 'providerManager' });
    worker = await signedIn(server.owner, { organizationId, role: 'providerWorker' });
    coach = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
      role: 'coach',
    });
  });
  afterAll(() => server.stop());

  const as = <Result>(member: SignedIn, work: () => Promise<Result>): Promise<Result> =>
    server
      .get(Database)
      .inTransaction({ tokenHash: hashOfToken(member.cookie.replace('session=', '')) }, work);

  it('is the service with what the guards judge by, and its offerings with free places', async () => {
    const { id } = await aPublishedService(server, manager, {
      statutoryBases: ['kuty'],
      urgencyAccepted: ['K2', 'K3'],
    });

    const service = await as(coach, () => facade.getServiceForReferral(id));

    expect(service).toMatchObject({
      organizationId: manager.organizationId,
      organizationName: { fi: 'Kaarnan työpaja ry' },
      status: 'published',
      municipalities: ['286'],
      dataRegime: 'assignment',
      agreementRequired: true,
      decisionRequired: true,
      urgencyAccepted: ['K2', 'K3'],
      offerings: [{ serviceId: id, freePlaces: 6, status: 'open', intake: 'continuous' }],
    });
  });

  it('is not found for an unknown service, nor a draft of somebody else', async () => {
    await expect(as(coach, () => facade.getServiceForReferral(randomUUID()))).rejects.toEqual(
      new Problem('notFound'),
    );
  });

  it('moves no place without a referral of the acting organization', async () => {
    const service = await aPublishedService(server, manager);

    const moved = await as(worker, () =>
      server.get(Database).row(movePlaces, [randomUUID(), service.offerings[0]?.id ?? '']),
    );

    expect(moved).toEqual({ moved: false });
  });

  it('proposes at most three that take the municipality and have room, of the same kind first', async () => {
    const asked = await aPublishedService(server, manager, {
      category: 'digital_support',
      municipalities: ['153'],
    });
    const same = await aPublishedService(server, manager, {
      category: 'digital_support',
      municipalities: ['153'],
    });
    const sameGroup = await aPublishedService(
      server,
      manager,
      { category: 'culture', municipalities: ['153'] },
      { capacityMax: 60 },
    );
    await aPublishedService(server, manager, { category: 'digital_support', municipalities: ['285'] });
    await aPublishedService(
      server,
      manager,
      { category: 'digital_support', municipalities: ['153'] },
      { capacityMax: 0 },
    );
    await aPublishedService(server, manager, {
      category: 'digital_support',
      municipalities: ['153'],
      referralMode: 'self',
    });

    const fitting = await as(worker, () =>
      facade.listThreeThatFit(asked.id, { municipalities: ['153'], today }),
    );
    const others = await as(worker, () =>
      facade.listThreeThatFit(asked.id, { municipalities: ['153'], today, except: [same.id] }),
    );

    expect(fitting.map(({ id }) => id)).toEqual([same.id, sameGroup.id]);
    expect(others.map(({ id }) => id)).toEqual([sameGroup.id]);
  });

  it('is titles by id', async () => {
    const { id } = await aPublishedService(server, manager, { title: { fi: 'Nimetty paja' } });

    const titles = await as(coach, () => facade.findTitles([id, randomUUID()]));

    expect([...titles]).toEqual([[id, { fi: 'Nimetty paja' }]]);
  });
});
