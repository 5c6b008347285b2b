import { publishCheck } from '@rinnalla/shared/catalogue/publish-check';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { templateInput } from '@rinnalla/shared/messaging/message-template';
import { isBusinessId } from '@rinnalla/shared/kernel/business-id';
import { isIdentityCode, isTestIdentityCode } from '@rinnalla/shared/kernel/identity-code';
import { verify } from '@node-rs/argon2';
import pg from 'pg';
import { contentOfRow, type ServiceContentRow } from '../features/catalogue/service-columns.js';
import { stableId } from '../features/catalogue/stable-id.js';
import { demonstrationPassword, demonstrationSignIns } from '../features/account/demonstration-sign-ins.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-cluster.js';
import { hasDemo, loadDemo } from './load-demo.js';
import { loadRegisters } from './load-registers.js';

const pick = ({ name, body }: { name: Localized; body: Localized }) => ({ name, body });
const now = new Date('2026-11-24T06:00:00Z');

describe('the demonstration', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await loadRegisters(owner);
    await loadDemo(owner, now);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await owner.query<Row>(sql, values)).rows;
  /** Rows of every table, and the transaction that last wrote each. */
  const everything = async (): Promise<unknown> => {
    const tables = await rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const states = [];
    for (const { name } of tables)
      states.push([
        name,
        ...(await rows(`select count(*)::int, max(xmin::text::bigint) as last from ${name}`)),
      ]);
    return states;
  };

  it('has 308 municipalities, 46 areas, 40 associations and 120 published services with a place to be found by', async () => {
    const [counts] = await rows(
      `select (select count(*)::int from municipality) municipalities, (select count(*)::int from employment_area) areas,
              (select count(*)::int from organization where kind in ('association', 'foundation')) associations,
              (select count(*)::int from published_service where has_offerings) services`,
    );

    expect(counts).toEqual({ municipalities: 308, areas: 46, associations: 40, services: 120 });
  });

  it('changes nothing when it is loaded again, also on another day', async () => {
    const before = await everything();

    await loadRegisters(owner);
    await loadDemo(owner, new Date('2026-12-24T06:00:00Z'));

    expect(await everything()).toEqual(before);
    expect(await hasDemo(owner)).toBe(true);
  });

  it('marks everything invented as demonstration', async () => {
    const [left] = await rows(
      `select (select count(*)::int from service where origin <> 'demonstration') services, (select count(*)::int from client where origin <> 'demonstration') clients,
              (select count(*)::int from organization where origin <> 'demonstration') organizations`,
    );

    expect(left).toEqual({ services: 0, clients: 0, organizations: 0 });
  });

  it('would pass the publish check with every service', async () => {
    const services = await rows<ServiceContentRow & { id: string; offerings: never[] }>(
      `select s.*, s.no_places_until::text, (select jsonb_agg(jsonb_build_object('status', o.status, 'endsOn', o.ends_on, 'startInstructions', o.start_instructions,
              'location', (select jsonb_build_object('addressVisibility', l.visibility) from offering_location l where l.offering_id = o.id)))
              from offering o where o.service_id = s.id) offerings from service s`,
    );

    const errors = services.flatMap(
      (row) =>
        publishCheck(contentOfRow(row), row.offerings, { today: '2026-11-24', areaIsBilingual: true }).errors,
    );

    expect(errors).toEqual([]);
  });

  it('gives the scenarios what they stand on', async () => {
    const regimes = await rows(
      `select s.source_id, s.data_regime, o.available from service s join offering o on o.service_id = s.id where s.source_id in ('svc-007', 'svc-008') order by 1`,
    );
    const [leila] = await rows(
      `select first_name, non_disclosure, home_municipality_code from client where non_disclosure`,
    );
    const [group] = await rows(`select starts_on::text from offering where id = $1`, [stableId('off-001-1')]);

    expect(regimes).toEqual([
      { source_id: 'svc-007', data_regime: 'assignment', available: 6 },
      { source_id: 'svc-008', data_regime: 'own', available: 0 },
    ]);
    expect(leila).toEqual({ first_name: 'Leila', non_disclosure: true, home_municipality_code: null });
    // 14 days from Tuesday 24.11.2026.
    expect(group).toEqual({ starts_on: '2026-12-08' });
  });

  it('gives each organization its ready messages in three languages, with nothing to fill in that is not known', async () => {
    const templates = await rows<{ organization_id: string; name: Localized; body: Localized }>(
      'select organization_id, name, body from message_template',
    );
    const names = templates.map(({ name }) => name.fi);

    expect(names).toEqual(expect.arrayContaining(['Ei saatu kiinni', 'Aloitus siirtyy']));
    expect(templates.filter((template) => !templateInput.safeParse(pick(template)).success)).toEqual([]);
    expect(templates.filter(({ body }) => !body.fi || !body.sv || !body.en)).toEqual([]);
    const [kept] = await rows<{ organizations: number }>(
      `select count(distinct m.organization_id)::int organizations from membership m where m.role in ('coordinator', 'serviceManager', 'providerManager')`,
    );
    expect(new Set(templates.map(({ organization_id }) => organization_id)).size).toBe(kept?.organizations);
  });

  it('carries only identity codes and Y-tunnus that are nobody’s, and well-formed', async () => {
    const codes = (await rows<{ code: string }>('select identity_code as code from client_identity')).map(
      ({ code }) => code,
    );
    const ids = (
      await rows<{ id: string }>(
        `select business_id as id from organization where kind in ('association', 'foundation')`,
      )
    ).map(({ id }) => id);

    expect(codes).toHaveLength(25);
    expect(codes.filter((code) => !isIdentityCode(code) || !isTestIdentityCode(code))).toEqual([]);
    expect(ids.filter((id) => !isBusinessId(id) || !id.startsWith('99'))).toEqual([]);
  });

  it('signs in the people whose sign-ins are shown, with one password', async () => {
    const people = await rows<{ email: string; role: string; password_hash: string }>(
      `select p.email, m.role, c.password_hash from person p join membership m on m.person_id = p.id join credential c on c.person_id = p.id where p.email = any ($1)`,
      [demonstrationSignIns.map(({ email }) => email)],
    );

    expect(new Map(people.map(({ email, role }) => [email, role]))).toEqual(
      new Map(demonstrationSignIns.map(({ email, role }) => [email, role])),
    );
    expect(await verify(people[0]?.password_hash ?? '', demonstrationPassword)).toBe(true);
  });
});
