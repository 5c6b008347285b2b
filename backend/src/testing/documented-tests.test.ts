import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repositoryFolder } from '../commands/start-options.js';

const tests = new Set(
  ['backend', 'browser', 'frontend', 'shared'].flatMap((part) =>
    readdirSync(join(repositoryFolder, part, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => basename(name).replace(/\.test\.tsx?$/, '')),
  ),
);

/** The files named in the last column of each table that has a column of proofs. */
const namedIn = (document: string): string[] =>
  readFileSync(join(repositoryFolder, 'docs', document), 'utf8')
    .split('\n')
    .filter((line) => /^\| [\d.]+/.test(line))
    .flatMap(
      (line) =>
        line
          .split('|')
          .at(-2)
          ?.match(/[a-z]+(?:-[a-z]+)*(?:\.(?:db|http|socket))?/g) ?? [],
    )
    .filter((word) => /-|\.(db|http|socket)$/.test(word));

describe('the documents of security', () => {
  it.each(['asvs.md'])('name in %s only tests that there are', (document) => {
    const named = namedIn(document);

    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !tests.has(name))).toEqual([]);
  });
});
