import { readFileSync } from 'node:fs';
import pg from 'pg';
import { loadRegisters } from '../../../commands/load-registers.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-cluster.js';
import { readMunicipalities } from '../registers.js';
import { importPtv, type PtvImport } from './import-ptv.js';
import { WrongFile } from './ptv-services.js';

const now = new Date('2026-11-24T06:00:00Z');
const municipalities = readMunicipalities();
const carried = readFileSync(new URL(import.meta.resolve('#registers/ptv-services.csv')), 'utf8');
const heading = 'ptv_id,scope,municipality_code,name,summary,annotated_dimensions,excluded';
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const fileOf = (...rows: string[]): string => [heading, ...rows].join('\n');

describe('the import of the national register', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeEach(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await loadRegisters(owner);
  });
  afterEach(async () => {
    await owner.end();
    await database.drop();
  });

  const run = (text: string, more: Partial<PtvImport> = {}) =>
    importPtv(owner, { text, municipalities, now, ...more });
  const services = async () =>
    (
      await owner.query<{
        title: string;
        organization: string;
        nationwide: boolean;
        municipalities: string[];
        version: number;
      }>(
        `select s.title ->> 'fi' as title, o.name ->> 'fi' as organization, s.nationwide, s.municipalities, s.version
           from service s join organization o on o.id = s.organization_id order by 1`,
      )
    ).rows;
  const count = async (): Promise<number> => (await services()).length;

  it('takes in the 1,790 services of the carried file, and a second time changes nothing', async () => {
    const first = await run(carried);
    const before = (await owner.query('select max(xmin::text::bigint) as last from service')).rows;
    const second = await run(carried);

    expect(first).toEqual({ added: 1790, changed: 0, unchanged: 0, bad: [] });
    expect(second).toEqual({ added: 0, changed: 0, unchanged: 1790, bad: [] });
    expect((await owner.query('select max(xmin::text::bigint) as last from service')).rows).toEqual(before);
    expect(
      (await owner.query(`select count(*)::int as count from published_service where origin = 'ptv'`)).rows,
    ).toEqual([{ count: 1790 }]);
  });

  it('gives each service to its municipality, and what is of the whole country or of several to the register itself', async () => {
    await run(
      fileOf(
        `${id(1)},kansalliset,,Äänestäminen,Vaaleilla valitaan.,,`,
        `${id(2)},Oulu,564,Digituki,Apua laitteisiin.,,`,
        `${id(3)},Turku,853,Arkisto,Tutkijoille.,,`,
        `${id(3)},Mikkeli,491,Arkisto,Tutkijoille.,,`,
      ),
    );

    expect(await services()).toEqual([
      {
        title: 'Arkisto',
        organization: 'Kansalliset palvelut (PTV)',
        nationwide: false,
        municipalities: ['853', '491'],
        version: 1,
      },
      {
        title: 'Digituki',
        organization: 'Oulun kaupunki',
        nationwide: false,
        municipalities: ['564'],
        version: 1,
      },
      {
        title: 'Äänestäminen',
        organization: 'Kansalliset palvelut (PTV)',
        nationwide: true,
        municipalities: [],
        version: 1,
      },
    ]);
  });

  it('keeps nothing in a dry run, and tells what it would do', async () => {
    const result = await run(carried, { dryRun: true });

    expect(result).toMatchObject({ added: 1790, changed: 0, unchanged: 0 });
    expect(await count()).toBe(0);
  });

  it('lands the good rows and names the line and reason of each bad one', async () => {
    const { added, bad } = await run(
      fileOf(
        `${id(1)},Oulu,564,Hyvä,Kunnossa.,,`,
        `not-an-id,Oulu,564,Nimi,Tiivistelmä.,,`,
        `${id(2)},Oulu,564,"Kaksi\nriviä",Hyvä tämäkin.,,`,
        `${id(3)},Oulu,564,,Nimetön.,,`,
        `${id(4)},Oulu,999,Missä,Ei missään.,,`,
        `${id(5)},Oulu,,Kenelle,Ei kenellekään.,,`,
        `${id(6)},Oulu,564,${'x'.repeat(101)},Pitkä.,,`,
        `${id(7)},Oulu`,
      ),
    );

    expect(added).toBe(2);
    expect(bad.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '3: ptv_id is no identifier of the register',
      '6: name is empty',
      '7: municipality 999 is not known',
      '8: has neither a municipality nor the whole country',
      '9: name is longer than 100 characters',
      '10: has 2 cells, the heading 7',
    ]);
  });

  it('changes what has changed, and only that', async () => {
    await run(fileOf(`${id(1)},Oulu,564,Vanha,Sama.,,`, `${id(2)},Oulu,564,Pysyvä,Sama.,,`));

    const result = await run(fileOf(`${id(1)},Oulu,564,Uusi,Sama.,,`, `${id(2)},Oulu,564,Pysyvä,Sama.,,`));

    expect(result).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect((await services()).map(({ title, version }) => [title, version])).toEqual([
      ['Pysyvä', 1],
      ['Uusi', 2],
    ]);
    expect(
      (
        await owner.query(
          `select service_id from published_service where document @@ to_tsquery('finnish', 'uusi')`,
        )
      ).rowCount,
    ).toBe(1);
  });

  it('keeps the batches that landed when it is killed, and goes on from there', async () => {
    const text = fileOf(
      ...Array.from(
        { length: 50 },
        (_, index) => `${id(index + 1)},Oulu,564,Palvelu ${index},Tiivistelmä.,,`,
      ),
    );
    const killed = new Error('killed');

    const interrupted = run(text, {
      batchSize: 20,
      onProgress: (done) => {
        if (done === 40) throw killed;
      },
    });
    await expect(interrupted).rejects.toBe(killed);
    const kept = await count();
    const resumed = await run(text, { batchSize: 20 });

    expect(kept).toBe(40);
    expect(resumed).toMatchObject({ added: 10, unchanged: 40 });
  });

  it('refuses a file of something else', async () => {
    await expect(run('a,b\n1,2\n')).rejects.toThrow(WrongFile);
  });
});
