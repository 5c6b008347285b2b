import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder } from './start-options.js';

interface Bill {
  bomFormat: string;
  specVersion: string;
  components: { 'bom-ref': string; scope: string; licenses: object[]; hashes: object[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

describe('the bill of materials', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rinnalla-bill-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string): string => {
    execFileSync(process.execPath, [join(repositoryFolder, 'scripts', 'sbom.mjs'), join(folder, name)]);
    return readFileSync(join(folder, name), 'utf8');
  };
  const text = write('first.json');
  const bill = JSON.parse(text) as Bill;

  it('names every package of the lock file once, with its licence, and what is in the product with its checksum', () => {
    const { packages } = JSON.parse(readFileSync(join(repositoryFolder, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; name?: string; link?: boolean }>;
    };
    const locked = Object.entries(packages)
      .filter(([path, { link }]) => path.includes('node_modules/') && !link)
      .map(
        ([path, { name, version }]) =>
          `pkg:npm/${(name ?? path.split('node_modules/').at(-1) ?? '').replace('@', '%40')}@${version}`,
      );

    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bill.components.map((component) => component['bom-ref'])).toEqual(
      [...new Set(locked)].sort((a, b) => (a < b ? -1 : 1)),
    );
    expect(bill.components.filter(({ licenses }) => licenses.length === 0)).toEqual([]);
    // Of tools for other machines than this the lock file keeps no checksum.
    expect(
      bill.components.filter(({ scope, hashes }) => scope !== 'excluded' && hashes.length === 0),
    ).toEqual([]);
  });

  it('says what needs what, down to what is there', () => {
    const known = new Set(bill.components.map((component) => component['bom-ref']));

    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual(
      [],
    );
    expect(bill.dependencies[0]?.dependsOn.some((ref) => ref.startsWith('pkg:npm/%40nestjs/core@'))).toBe(
      true,
    );
    expect(bill.components.find((component) => component['bom-ref'].startsWith('pkg:npm/jest@'))?.scope).toBe(
      'excluded',
    );
  });

  it('is the same for the same lock file', () => {
    expect(write('second.json')).toBe(text);
  });
});
