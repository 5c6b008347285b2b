import { readFileSync } from 'node:fs';
import { type Principal, principalNames, principals } from './principals.js';

/** For everybody, five marks: what they read, insert, change, move to another's and delete. */
export type Reach = Record<Principal, string>;

const file = new URL('../../../docs/row-level-security.md', import.meta.url);

/** The committed table: how far the database lets each principal reach into each table. */
export const readSecondWall = (): Map<string, Reach> => {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  const [header, ...lines] = rows;
  const columns = principals.map((principal) => principalNames[principal]);
  if (header?.slice(1).join() !== columns.join())
    throw new Error(`The table's columns are to be: ${columns.join(' | ')}`);
  return new Map(
    lines.map(([name = '', ...cells]) => [
      name,
      Object.fromEntries(principals.map((principal, index) => [principal, cells[index] ?? ''])) as Reach,
    ]),
  );
};

export const writeReach = (name: string, reach: Reach): string =>
  `| \`${name}\` | ${principals.map((principal) => `\`${reach[principal]}\``).join(' | ')} |`;
