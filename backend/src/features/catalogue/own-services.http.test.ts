import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import type { ServiceContentInput } from '@rinnalla/shared/catalogue/service-content';
import { loadRegisters } from '../../commands/load-registers.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { aContent, aPublishedService } from '../../testing/published-services.js';
import { anOffering, aService } from '../../testing/services.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('an organization’s own services', () => {
  let server: TestServer;
  let manager: SignedIn;
  let worker: SignedIn;
  let outsider: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
    await withOwner(loadRegisters);
    const organizationId = await anOrganization(server.owner, { name: 'Kaarnan työpaja ry' });
    manager = await signedIn(server.owner, { organizationId, role: 'providerManager' });
    worker = await signedIn(server.owner, { organizationId, role: 'providerWorker' });
    outsider = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });
  });
  afterAll(() => server.stop());

  const withOwner = async (work: (owner: never) => Promise<void>): Promise<void> => {
    const client = await server.owner.connect();
    await work(client as never);
    client.release();
  };
  const create = async (content: ServiceContentInput = aContent()) =>
    (await server.call(ownServiceRoutes.create, { body: { content } }, manager)).body;
  const offering = {
    intake: 'continuous',
    capacityMax: 6,
    startInstructions: { fi: 'Tule pääovelle.' },
  } as const;
  const auditOf = async (id: string) =>
    (
      await server.owner.query<{ action: string }>(
        'select action from audit_event where object_id = $1 order by id',
        [id],
      )
    ).rows.map(({ action }) => action);

  it('begin as a draft that nobody else sees, with what is still missing', async () => {
    const draft = await create({ title: { fi: 'Uusi paja' }, category: 'workshop' });

    const seen = await server.call(catalogueRoutes.service, { params: { serviceId: draft.id } }, manager);

    expect([draft.status, draft.version, draft.actions]).toEqual(['draft', 1, ['publish', 'archive']]);
    expect(draft.content.serviceClasses).toEqual(['P10.7', 'P4.8']);
    expect(draft.check.errors).toContain('targetGroupMissing');
    expect(draft.check.errors).not.toContain('serviceClassMissing');
    expect(seen.status).toBe(404);
  });

  it('are published only when the check finds nothing, and the refusal names the fields', async () => {
    const draft = await create(aContent({ targetGroups: [] }));

    const refused = await server.call(
      ownServiceRoutes.publish,
      { params: { serviceId: draft.id }, body: { version: 1 } },
      manager,
    );

    expect([refused.status, refused.body.code, refused.body.reason]).toEqual([
      422,
      'unprocessable',
      'publishCheckFailed',
    ]);
    expect(refused.body.fields).toEqual([
      { path: 'body.content.targetGroups', code: 'required' },
      { path: 'body.content.offerings', code: 'required' },
    ]);
    expect(refused.body.details).toEqual({ findings: 'targetGroupMissing openOfferingMissing' });
  });

  it('are found once they are published, are no longer found while paused, and come back', async () => {
    const service = await aPublishedService(server, manager, { title: { fi: 'Kellosepän paja' } });
    const params = { serviceId: service.id };
    const find = async () =>
      (await server.call(catalogueRoutes.search, { query: { q: 'kellosepän' } })).body.total;

    const published = await find();
    const paused = await server.call(
      ownServiceRoutes.pause,
      { params, body: { version: service.version } },
      manager,
    );
    const whilePaused = await find();
    const again = await server.call(
      ownServiceRoutes.publish,
      { params, body: { version: paused.body.version } },
      manager,
    );

    expect([published, whilePaused, await find()]).toEqual([1, 0, 1]);
    expect(again.body.status).toBe('published');
    expect(await auditOf(service.id)).toEqual([
      'createService',
      'publishService',
      'pauseService',
      'publishService',
    ]);
  });

  it('cannot be paused before they are published', async () => {
    const draft = await create();

    const answer = await server.call(
      ownServiceRoutes.pause,
      { params: { serviceId: draft.id }, body: { version: 1 } },
      manager,
    );

    expect([answer.status, answer.body.code]).toEqual([409, 'wrongStatus']);
  });

  it('are saved by the version that was seen: the second of two is told, and nothing of it is kept', async () => {
    const draft = await create();
    const params = { serviceId: draft.id };

    const first = await server.call(
      ownServiceRoutes.save,
      { params, body: { version: 1, content: aContent({ title: { fi: 'Ensimmäinen' } }) } },
      manager,
    );
    const second = await server.call(
      ownServiceRoutes.save,
      { params, body: { version: 1, content: aContent({ title: { fi: 'Toinen' } }) } },
      manager,
    );
    const now = await server.call(ownServiceRoutes.editing, { params }, manager);

    expect([first.status, first.body.version]).toEqual([200, 2]);
    expect([second.status, second.body.code]).toEqual([409, 'changedMeanwhile']);
    expect(now.body.content.title).toEqual({ fi: 'Ensimmäinen' });
  });

  it('tell who comes late that another was first, whatever else would be wrong with theirs', async () => {
    const service = await aPublishedService(server, manager);
    const { id, version } = service.offerings[0] ?? { id: '', version: 0 };
    const pause = () =>
      server.call(
        ownServiceRoutes.pause,
        { params: { serviceId: service.id }, body: { version: service.version } },
        manager,
      );
    await pause();
    await server.owner.query('update offering set in_use = 3 where id = $1', [id]);

    const late = [
      await pause(),
      await server.call(
        ownServiceRoutes.saveOffering,
        { params: { offeringId: id }, body: { version, offering: { ...offering, capacityMax: 2 } } },
        manager,
      ),
    ];

    expect(late.map(({ status, body }) => [status, body.code])).toEqual(
      Array(2).fill([409, 'changedMeanwhile']),
    );
  });

  it('keep passing the check while they are published', async () => {
    const service = await aPublishedService(server, manager);
    const params = { serviceId: service.id };

    const answer = await server.call(
      ownServiceRoutes.save,
      { params, body: { version: service.version, content: aContent({ contact: null }) } },
      manager,
    );
    const ended = await server.call(
      ownServiceRoutes.saveOffering,
      {
        params: { offeringId: service.offerings[0]?.id ?? '' },
        body: { version: service.offerings[0]?.version ?? 0, offering: { ...offering, status: 'ended' } },
      },
      manager,
    );

    expect([answer.status, answer.body.details]).toEqual([422, { findings: 'contactMissing' }]);
    expect([ended.status, ended.body.details]).toEqual([422, { findings: 'openOfferingMissing' }]);
  });

  it('are confirmed without disturbing who writes', async () => {
    const service = await aPublishedService(server, manager);

    const answer = await server.call(
      ownServiceRoutes.confirm,
      { params: { serviceId: service.id }, body: { version: service.version } },
      manager,
    );

    expect([answer.status, answer.body.version, answer.body.freshness]).toEqual([
      200,
      service.version,
      'fresh',
    ]);
  });

  it('get their free places in one click, from the manager and from a worker', async () => {
    const service = await aPublishedService(server, manager);
    const { id, version } = service.offerings[0] ?? { id: '', version: 0 };
    await server.owner.query('update offering set in_use = 2, reserved = 1 where id = $1', [id]);
    const params = { offeringId: id };

    const stale = await server.call(
      ownServiceRoutes.setFreePlaces,
      { params, body: { freePlaces: 4, version } },
      worker,
    );
    const [moved] = (
      await server.owner.query<{ version: number }>('select version from offering where id = $1', [id])
    ).rows;
    const answer = await server.call(
      ownServiceRoutes.setFreePlaces,
      { params, body: { freePlaces: 4, version: moved?.version ?? 0 } },
      worker,
    );
    const card = (await server.call(catalogueRoutes.service, { params: { serviceId: service.id } }, {})).body;

    expect([stale.status, stale.body.code]).toEqual([409, 'changedMeanwhile']);
    expect(answer.body).toMatchObject({ freePlaces: 4, capacityMax: 7, inUse: 2, reserved: 1 });
    expect(card.places?.free).toBe(4);
  });

  it('never have fewer places than are promised and in use', async () => {
    const service = await aPublishedService(server, manager);
    const { id } = service.offerings[0] ?? { id: '' };
    await server.owner.query('update offering set in_use = 3 where id = $1', [id]);

    const answer = await server.call(
      ownServiceRoutes.saveOffering,
      { params: { offeringId: id }, body: { version: 2, offering: { ...offering, capacityMax: 2 } } },
      manager,
    );

    expect(answer.status).toBe(422);
    expect(answer.body.fields).toEqual([{ path: 'body.offering.capacityMax', code: 'tooSmall', limit: 3 }]);
  });

  it('have offerings whose place can be given and taken away, each with a code of its own', async () => {
    const draft = await create();
    const location = {
      municipality: '286',
      address: 'Esimerkkikatu 1',
      addressVisibility: 'on_acceptance' as const,
    };
    const add = (more: object) =>
      server.call(
        ownServiceRoutes.addOffering,
        { params: { serviceId: draft.id }, body: { offering: { ...offering, ...more } } },
        manager,
      );

    await add({ location });
    const two = await add({});
    const first = two.body.offerings.find(({ location: place }) => place);
    const cleared = await server.call(
      ownServiceRoutes.saveOffering,
      { params: { offeringId: first?.id ?? '' }, body: { version: first?.version ?? 0, offering } },
      manager,
    );

    expect(two.body.offerings.map(({ code }) => code).sort()).toEqual(['jatkuva', 'jatkuva-2']);
    expect(first?.location?.address).toBe('Esimerkkikatu 1');
    expect(cleared.body.offerings.map(({ location: place }) => place)).toEqual([null, null]);
  });

  it('are listed by title, page by page, to their own people alone', async () => {
    const organizationId = await anOrganization(server.owner);
    const own = await signedIn(server.owner, { organizationId, role: 'providerManager' });
    for (const fi of ['Beeta', 'Aalto', 'Ceesium'])
      await server.call(ownServiceRoutes.create, { body: { content: { title: { fi } } } }, own);

    const first = await server.call(ownServiceRoutes.list, { query: { limit: 2 } }, own);
    const rest = await server.call(
      ownServiceRoutes.list,
      { query: { limit: 2, after: first.body.next ?? '' } },
      own,
    );
    const others = await server.call(ownServiceRoutes.list, { query: {} }, outsider);

    expect([...first.body.items, ...rest.body.items].map(({ title }) => title.fi)).toEqual([
      'Aalto',
      'Beeta',
      'Ceesium',
    ]);
    expect(rest.body.next).toBeNull();
    expect(others.body.items).toEqual([]);
  });

  it('are not there for another organization’s manager, whatever is tried', async () => {
    const service = await aPublishedService(server, manager);
    const params = { serviceId: service.id };
    const offeringId = service.offerings[0]?.id ?? '';

    const tried = await Promise.all([
      server.call(ownServiceRoutes.editing, { params }, outsider),
      server.call(
        ownServiceRoutes.save,
        { params, body: { version: service.version, content: aContent() } },
        outsider,
      ),
      server.call(ownServiceRoutes.publish, { params, body: { version: service.version } }, outsider),
      server.call(ownServiceRoutes.archive, { params, body: { version: service.version } }, outsider),
      server.call(ownServiceRoutes.addOffering, { params, body: { offering } }, outsider),
      server.call(
        ownServiceRoutes.saveOffering,
        { params: { offeringId }, body: { version: 1, offering } },
        outsider,
      ),
      server.call(
        ownServiceRoutes.setFreePlaces,
        { params: { offeringId }, body: { version: 1, freePlaces: 1 } },
        outsider,
      ),
    ]);

    expect(tried.map(({ status }) => status)).toEqual(Array(7).fill(404));
  });

  it('are written by managers only: a worker edits nothing, a coach has none', async () => {
    const draft = await create();
    const coach = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
      role: 'coach',
    });

    const answers = [
      await server.call(ownServiceRoutes.editing, { params: { serviceId: draft.id } }, worker),
      await server.call(ownServiceRoutes.create, { body: { content: {} } }, worker),
      await server.call(ownServiceRoutes.create, { body: { content: {} } }, coach),
      await server.call(ownServiceRoutes.list, { query: {} }, coach),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 403, 403, 403]);
  });

  it('have their places kept by an association’s people: a coach does not, even of the municipality’s own service', async () => {
    const organizationId = await anOrganization(server.owner, { kind: 'municipality' });
    const coach = await signedIn(server.owner, { organizationId, role: 'coach' });
    const serviceId = await aService(server.owner, { organizationId });
    const offeringId = await anOffering(server.owner, { serviceId, organizationId });

    const answer = await server.call(
      ownServiceRoutes.setFreePlaces,
      { params: { offeringId }, body: { freePlaces: 1, version: 1 } },
      coach,
    );

    expect([answer.status, answer.body.code]).toEqual([404, 'notFound']);
  });

  it('refuse an unknown field and tell each wrong one', async () => {
    const answer = await server.call(
      ownServiceRoutes.create,
      {
        body: {
          content: {
            summary: { fi: 'x'.repeat(151) },
            contact: { role: { fi: 'Ohjaaja' }, phone: 'soita' },
            secret: 1,
          } as never,
        },
      },
      manager,
    );

    expect(answer.status).toBe(400);
    expect(answer.body.fields?.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'body.content.contact.phone notAPhone',
      'body.content.secret unknownField',
      'body.content.summary.fi tooLong',
    ]);
  });
});
