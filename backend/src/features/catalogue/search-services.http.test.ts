import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { loadDemo } from '../../commands/load-demo.js';
import { loadRegisters } from '../../commands/load-registers.js';
import { anOrganization, signedIn } from '../../testing/people.js';
import { aPublishedService } from '../../testing/published-services.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { stableId } from './stable-id.js';

type Query = Record<string, string>;

describe('the search', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    const owner = await server.owner.connect();
    await owner.query('begin');
    await loadRegisters(owner);
    await loadDemo(owner, new Date('2026-11-24T06:00:00Z'));
    await owner.query('commit');
    owner.release();
  });
  afterAll(() => server.stop());

  const search = async (query: Query) =>
    (await server.call(catalogueRoutes.search, { query: query as never })).body;
  const titlesOf = async (query: Query): Promise<string[]> =>
    (await search(query)).items.map(({ title }) => title.fi ?? '');

  it('finds Anna’s companion by what the coach says, among the first three in Kouvola', async () => {
    const { items } = await search({ q: 'joku joka lähtee asioille mukaan', municipality: '286' });

    expect(items.slice(0, 3).map(({ id }) => id)).toContain(stableId('svc-007'));
    expect(items.find(({ id }) => id === stableId('svc-007'))).toMatchObject({
      places: { free: 6 },
      nextStart: { continuous: true, on: null },
    });
  });

  it.each([
    ['rinnallakulkijaa', 'Rinnallakulkija arkeen ja asiointiin'],
    ['rinnalakulkija', 'Rinnallakulkija arkeen ja asiointiin'],
    ['puupajalla', 'Puupaja Kaarna'],
    ['följeslagare', 'Rinnallakulkija arkeen ja asiointiin'],
    ['woodworking', 'Puupaja Kaarna'],
    ['PUUPAJA KAARNA', 'Puupaja Kaarna'],
    ['kanssakulkija', 'Rinnallakulkija arkeen ja asiointiin'],
  ])('finds “%s”', async (q, title) => {
    expect(await titlesOf({ q })).toContain(title);
  });

  it('looks first in the municipality that the words name, then around it', async () => {
    const { items, understood } = await search({ q: 'nuorten työpaja imatra' });

    expect(understood[0]).toMatchObject({ kind: 'municipality', code: '153', words: 'imatra' });
    expect(items[0]?.municipalities.map(({ code }) => code)).toContain('153');
    expect(items[0]?.distanceKm).toBe(0);
    expect(items.some(({ distanceKm }) => (distanceKm ?? 0) > 0)).toBe(true);
  });

  it('takes a chosen municipality for a condition, nationwide services with it', async () => {
    const { items, dropped } = await search({ municipality: '286', limit: '50' });

    expect(dropped).toEqual([]);
    expect(
      items.filter(
        ({ nationwide, municipalities }) => !nationwide && !municipalities.some(({ code }) => code === '286'),
      ),
    ).toEqual([]);
    expect(items.some(({ nationwide }) => nationwide)).toBe(true);
  });

  it('lets the place go when nothing is there, says so, and tells how far the nearest are', async () => {
    const { items, dropped } = await search({
      q: 'puupaja',
      municipality: '890',
      support: 'bus',
      deliveryModes: 'onsite',
    });

    expect(dropped).toEqual(['municipality']);
    const distances = items.map(({ distanceKm }) => distanceKm ?? 0);
    expect(distances.length).toBeGreaterThan(1);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it('answers with nothing, not with anything, when no condition helps', async () => {
    expect(await search({ q: 'zzzzqqqq' })).toMatchObject({ items: [], total: 0, dropped: [], next: null });
  });

  it.each<[string, Query, (item: Awaited<ReturnType<typeof search>>['items'][number]) => boolean]>([
    ['a free place now', { freeNow: 'true' }, ({ places }) => (places?.free ?? 0) > 0],
    [
      'a language',
      { languages: 'ru,uk' },
      ({ languages }) => languages.some((code) => code === 'ru' || code === 'uk'),
    ],
    [
      'every kind of help asked for',
      { support: 'bus,childcare' },
      ({ support }) => support.includes('bus') && support.includes('childcare'),
    ],
    ['a way', { deliveryModes: 'remote' }, ({ deliveryModes }) => deliveryModes.includes('remote')],
    ['a kind', { category: 'micro_job' }, ({ category }) => category === 'micro_job'],
    [
      'accessibility',
      { accessibility: 'quiet_room' },
      ({ accessibility }) => accessibility.includes('quiet_room'),
    ],
    [
      'an organization',
      { organizationId: stableId('org-02') },
      ({ organization }) => organization.id === stableId('org-02'),
    ],
    [
      'a start',
      { startsBefore: '2026-12-08' },
      ({ nextStart }) => nextStart.continuous || (nextStart.on ?? '9') < '2026-12-08',
    ],
  ])('narrows by %s', async (_what, query, holds) => {
    const { items, total, dropped } = await search({ ...query, limit: '50' });

    expect(dropped).toEqual([]);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(120);
    expect(items.filter((item) => !holds(item))).toEqual([]);
  });

  it('sorts by the soonest start: at any time first, then day by day', async () => {
    const { items } = await search({ sort: 'soonestStart', category: 'workshop', limit: '50' });

    const starts = items.map(({ nextStart }) => (nextStart.continuous ? '' : (nextStart.on ?? '9999')));
    expect(starts).toEqual([...starts].sort());
  });

  it('gives every service once over its pages', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { items, next, total } = await search({ limit: '50', ...(after ? { after } : {}) });
      expect(total).toBe(120);
      seen.push(...items.map(({ id }) => id));
      after = next ?? undefined;
    } while (after);

    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it('never ranks by price: two services alike but for it stand by their names alone', async () => {
    const manager = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });
    const dear = await aPublishedService(server, manager, {
      title: { fi: 'Samovaaripaja' },
      price: { amountCents: 90000, unit: 'day' },
    });
    const cheap = await aPublishedService(server, manager, {
      title: { fi: 'Samovaaripaja' },
      price: { amountCents: 100, unit: 'day' },
    });

    const found = (await search({ q: 'samovaaripaja' })).items.map(({ id }) => id);

    expect([...found].sort()).toEqual([dear.id, cheap.id].sort());
    expect(JSON.stringify(await search({ q: 'samovaaripaja' }))).not.toContain('90000');
  });

  it.each([
    ['a code that the list does not have', { category: 'casino' }],
    ['a day that is none', { startsBefore: 'tomorrow' }],
    ['too many words', { q: 'x'.repeat(201) }],
    ['an unknown parameter', { price: 'low' }],
    ['a page beyond all', { after: '99999' }],
  ])('refuses %s', async (_what, query) => {
    const answer = await server.call(catalogueRoutes.search, { query: query as never });

    expect(answer.status).toBe(400);
  });

  it('takes signs for signs', async () => {
    for (const q of [`'; drop table service; --`, '<-> & | ! ( ) :*', '\\', '%_%', '"quoted"', 'a\u0001b']) {
      expect((await server.call(catalogueRoutes.search, { query: { q } })).status).toBe(200);
    }
  });

  it('shows a page to anybody, with the address only when it is public and the price only to those who are signed in', async () => {
    const coach = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
      role: 'coach',
    });
    const page = async (source: string, caller = {}) =>
      (await server.call(catalogueRoutes.service, { params: { serviceId: stableId(source) } }, caller)).body;

    const open = await page('svc-001');
    const safe = await page('svc-087', coach);

    expect(open).toMatchObject({
      price: null,
      demo: true,
      actions: { mayRefer: false, mayEdit: false },
      decisionRequired: true,
    });
    expect(open.offerings[0]?.location?.address).toMatch(/^Esimerkkikatu/);
    expect(JSON.stringify(open)).not.toContain('substituteContact');
    expect((await page('svc-001', coach)).price).toEqual({ amountCents: 3900, unit: 'day' });
    expect((await page('svc-001', coach)).actions.mayRefer).toBe(true);
    expect(safe.offerings[0]?.location).toBeNull();
  });

  it('proposes services alike with room first', async () => {
    const { items } = (
      await server.call(catalogueRoutes.similar, { params: { serviceId: stableId('svc-001') } })
    ).body;

    expect(items.length).toBeGreaterThan(2);
    expect(items.map(({ id }) => id)).not.toContain(stableId('svc-001'));
    const room = items.map(({ places }) => ((places?.free ?? 0) > 0 ? 0 : 1));
    expect(room).toEqual([...room].sort((a, b) => a - b));
  });

  it('suggests titles and keywords by how they begin', async () => {
    const { items } = (await server.call(catalogueRoutes.suggest, { query: { q: 'etsin rinnall' } })).body;

    expect(items).toContain('Rinnallakulkija arkeen ja asiointiin');
  });

  it('has the lists and the municipalities for anybody', async () => {
    const lists = await server.call(catalogueRoutes.vocabularies, {});
    const { items } = (await server.call(catalogueRoutes.municipalities, {})).body;

    expect([
      lists.body.categories.length,
      lists.body.serviceClasses.length,
      lists.body.lifeEvents.length,
    ]).toEqual([21, 229, 19]);
    expect(lists.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(items).toHaveLength(308);
    expect(items.at(-1)?.name.fi).toBe('Äänekoski');
    expect(items.find(({ code }) => code === '286')).toMatchObject({
      locativeFi: 'Kouvolassa',
      locativeSv: 'i Kouvola',
      bilingual: false,
    });
  });
});
