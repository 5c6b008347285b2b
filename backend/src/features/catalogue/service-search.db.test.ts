import { readFileSync } from 'node:fs';
import { serviceSearchQuery } from '@rinnalla/shared/catalogue/service-search';
import pg from 'pg';
import { loadDemo } from '../../commands/load-demo.js';
import { loadRegisters } from '../../commands/load-registers.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-cluster.js';
import { appOptions } from '../../platform/database/data-source.js';
import { importPtv } from './import/import-ptv.js';
import { queryLooksOf } from './query-words.js';
import { readMunicipalities } from './registers.js';
import { type SearchConditions, serviceSearch } from './service-search.sql.js';

const now = new Date('2026-11-24T06:00:00Z');

describe('the search among 1,910 services', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let app: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    app = new pg.Client({ connectionString: database.appUrl, options: optionsOf(database.appUrl) });
    await Promise.all([owner.connect(), app.connect()]);
    await loadRegisters(owner);
    await owner.query('begin');
    await loadDemo(owner, now);
    await owner.query('commit');
    await importPtv(owner, {
      text: readFileSync(new URL(import.meta.resolve('#registers/ptv-services.csv')), 'utf8'),
      municipalities: readMunicipalities(),
      now,
    });
    await owner.query('analyze');
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  const conditions = (words: string[], given: Partial<SearchConditions> = {}): SearchConditions => ({
    ...serviceSearchQuery.parse({}),
    words: words.length > 0 ? { ...queryLooksOf(words), count: words.length } : undefined,
    today: '2026-11-24',
    staleBefore: new Date('2026-05-28T00:00:00Z'),
    offset: 0,
    ...given,
  });

  /** Tables that the plan reads from end to end. */
  const readWhole = async (asked: SearchConditions): Promise<string[]> => {
    const { statement, values } = serviceSearch(asked);
    const { rows } = await app.query<{ 'QUERY PLAN': unknown }>(
      `explain (format json) ${statement.text}`,
      values,
    );
    const plan = JSON.stringify(rows[0]?.['QUERY PLAN']);
    return [...plan.matchAll(/"Node Type":"Seq Scan",(?:"[^"]+":[^,]+,)*?"Relation Name":"(\w+)"/g)].map(
      ([, table]) => table ?? '',
    );
  };

  // A municipality alone is left out: half of the national register serves the whole country, and reading it all is right.
  it.each([
    ['words', conditions(['rinnallakulkija'])],
    ['words and a municipality', conditions(['työpaja', 'nuorelle'], { municipality: '286' })],
    ['a mistyped word', conditions(['kuntouttva'])],
    ['a kind alone', conditions([], { category: 'companion' })],
    ['an organization alone', conditions([], { organizationId: '00000000-0000-4000-8000-000000000000' })],
  ])('reads no table of services from end to end for %s', async (_what, asked) => {
    const whole = await readWhole(asked);

    expect(whole.filter((table) => ['service', 'offering', 'published_service'].includes(table))).toEqual([]);
  });

  it('counts what it finds, and gives what nobody refers to after what somebody can be referred to', async () => {
    const { statement, values } = serviceSearch(conditions(['työpaja'], { limit: 50 }));
    const { rows } = await app.query<{ origin: string; total: number }>(statement.text, values);

    expect(rows.length).toBe(Math.min(50, rows[0]?.total ?? 0));
    expect(rows.slice(0, 10).map(({ origin }) => origin)).toEqual(Array(10).fill('demonstration'));
  });

  it('keeps the places of a service right when two of its offerings are moved at once', async () => {
    const { rows } = await owner.query<{ service_id: string; organization_id: string }>(
      `select s.id as service_id, s.organization_id from service s where s.source_id = 'svc-001'`,
    );
    const { service_id: serviceId, organization_id: organizationId } = rows[0] ?? {};
    const added = await owner.query<{ id: string }>(
      `insert into offering (service_id, organization_id, code, intake, capacity_max) values ($1, $2, 'X', 'continuous', 50), ($1, $2, 'Y', 'continuous', 50) returning id`,
      [serviceId, organizationId],
    );
    const movers = await Promise.all(
      [1, 2].map(async () => {
        const client = new pg.Client({ connectionString: database.ownerUrl });
        await client.connect();
        return client;
      }),
    );

    await Promise.all(
      movers.map(async (mover, index) => {
        for (let round = 0; round < 20; round++)
          await mover.query('update offering set reserved = reserved + 1 where id = $1', [
            added.rows[index]?.id,
          ]);
        await mover.end();
      }),
    );

    const { rows: counted } = await owner.query(
      `select p.free_places, (select sum(available)::int from offering o where o.service_id = p.service_id) as available from published_service p where p.service_id = $1`,
      [serviceId],
    );
    expect(counted).toEqual([{ free_places: 63, available: 63 }]);
  });
});

function optionsOf(url: string): string {
  return (appOptions(url, 2, false).extra as { options: string }).options;
}
