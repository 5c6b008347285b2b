import { readFileSync } from 'node:fs';
import { findInCode } from './find-mutants.js';
import { askName } from './mutant.js';
import { compiledFiles, placeOf } from './places.js';
import { plantMutants } from './plant-mutants.js';

type Exports = Record<string, (...given: unknown[]) => unknown>;

/** The module with its mutants, and which of them is awake from now on. */
const load = async (place: string, code: string) => {
  const planted = plantMutants(code, place);
  const product = (await import(`data:text/javascript,${encodeURIComponent(planted.code)}`)) as Exports;
  const wake = (awake?: string) => Object.assign(globalThis, { [askName]: (id: string) => id === awake });
  wake();
  return { ids: planted.mutants.map(({ id }) => id), product, wake };
};

describe('a module with its mutants', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, askName));

  const guarded = `class Problem extends Error {}
    export const open = (door) => { if (door.isLocked) throw new Problem('notAllowed'); else door.opened = true; return 'in'; };`;

  it('refuses while they sleep, and lets in once the refusal is gone', async () => {
    const { ids, product, wake } = await load('backend/features/door/open-door', guarded);
    const open = (isLocked: boolean) => product['open']?.({ isLocked });

    expect(ids).toEqual(['guard backend/features/door/open-door#open']);
    expect(() => open(true)).toThrow('notAllowed');
    expect(open(false)).toBe('in');
    wake(ids[0]);
    expect(open(true)).toBe('in');
  });

  it('writes its row of the log while they sleep, and none once that call is gone', async () => {
    const code = `export const read = (database) => { database.log({ action: 'readDoor' }); return 'read'; };`;
    const { ids, product, wake } = await load('backend/features/door/read-door', code);
    const rows: unknown[] = [];
    const read = () => product['read']?.({ log: (row: unknown) => rows.push(row) });

    expect(ids).toEqual(['log backend/features/door/read-door#read.readDoor']);
    read();
    expect(rows).toEqual([{ action: 'readDoor' }]);
    wake(ids[0]);
    expect(read()).toBe('read');
    expect(rows).toHaveLength(1);
  });

  it('forgets one condition of a policy at a time', async () => {
    const code = `export const mayOpen = (reader, door) => reader.role === 'coach' && reader.house === door.house;`;
    const { ids, product, wake } = await load('shared/door/door-permissions', code);
    const ask = (role: string, house: string) => product['mayOpen']?.({ role, house }, { house: 'own' });
    const answers = () => [ask('coach', 'own'), ask('coach', 'other'), ask('clerk', 'own')].join();

    expect(answers()).toBe('true,false,false');
    const mutated = ids.map((id) => (wake(id), answers()));
    expect(new Set(mutated)).toEqual(new Set(['true,true,true', 'true,false,true', 'true,true,false']));
  });
});

describe('the list of mutants', () => {
  const places = (['shared', 'backend'] as const).flatMap((part) =>
    compiledFiles(part, (path) => placeOf(path) !== undefined).map((path) => ({
      place: placeOf(path) ?? '',
      code: readFileSync(path, 'utf8'),
    })),
  );
  const mutants = findInCode();
  const countOf = (kind: string, place: string): number =>
    mutants.filter(({ id }) => id.startsWith(`${kind} ${place}#`)).length;

  it('names each mutant once', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  });

  it('has every place that writes the log', () => {
    const missing = places.filter(
      ({ place, code }) =>
        countOf('log', place) < (code.match(/\b(database\.log|refusals\.keep|audits\.push)\(/g) ?? []).length,
    );

    expect(missing.map(({ place }) => place)).toEqual([]);
    expect(mutants.filter(({ kind }) => kind === 'log').length).toBeGreaterThan(60);
  });

  it('has every policy that the features name', () => {
    const policies = places.flatMap(({ place, code }) =>
      [...code.matchAll(/(?:const|function) (may[A-Z]\w*)\b[^;]*?(?:=>|\{)/g)].map(
        ([, name]) => `${place}#${name}`,
      ),
    );

    expect(policies.length).toBeGreaterThan(20);
    expect(policies.filter((name) => !mutants.some(({ id }) => id.includes(` ${name}`)))).toEqual([]);
  });

  it('has every refusal that is thrown, but those of our own trouble', () => {
    const missing = places.filter(
      ({ place, code }) =>
        place.startsWith('backend/') &&
        countOf('guard', place) < (code.match(/throw new Problem\('(?!internal|unavailable)/g) ?? []).length,
    );

    expect(missing.map(({ place }) => place)).toEqual([]);
  });

  it('has both what a route asks: a session, and a fresh proof of who one is', () => {
    const asked = places.reduce(
      (sum, { code }) => sum + (code.match(/^\s+(access: 'signedIn'|requiresStepUp: true),$/gm) ?? []).length,
      0,
    );

    expect(asked).toBeGreaterThan(80);
    expect(mutants.filter(({ kind }) => kind === 'route')).toHaveLength(asked);
  });
});
