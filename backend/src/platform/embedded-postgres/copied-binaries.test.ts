import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repairLinks } from './binary-links.js';
import { copyOutside, placeOfCopy } from './copied-binaries.js';

describe("PostgreSQL's binaries from npm", () => {
  let native: string;

  beforeEach(() => {
    native = join(mkdtempSync(join(tmpdir(), 'rinnalla-binaries-')), 'native');
    for (const part of ['bin', 'lib', 'share']) mkdirSync(join(native, part), { recursive: true });
    writeFileSync(join(native, '..', 'package.json'), JSON.stringify({ version: '18.4.0' }));
    writeFileSync(join(native, 'bin', 'postgres'), 'program', { mode: 0o700 });
    writeFileSync(join(native, 'lib', 'libicu.so.60.2'), 'library', { mode: 0o644 });
    writeFileSync(
      join(native, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]),
    );
  });
  afterEach(() => {
    rmSync(placeOfCopy(native), { recursive: true, force: true });
    rmSync(join(native, '..'), { recursive: true });
  });

  it('get their links when the install script was skipped', () => {
    expect(repairLinks(native)).toBe(true);
    expect(readlinkSync(join(native, 'lib', 'libicu.so.60'))).toBe('libicu.so.60.2');
  });

  it('are put, linked and readable by everyone, where every user can reach them', () => {
    const copied = copyOutside(native);

    expect(readFileSync(join(copied, 'lib', 'libicu.so.60'), 'utf8')).toBe('library');
    expect(statSync(join(copied, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
    expect(statSync(join(native, 'bin', 'postgres')).mode & 0o777).toBe(0o700);
  });

  it('are put there once', () => {
    const copied = copyOutside(native);
    rmSync(join(native, 'bin', 'postgres'));

    expect(copyOutside(native)).toBe(copied);
    expect(existsSync(join(copied, 'bin', 'postgres'))).toBe(true);
  });
});
