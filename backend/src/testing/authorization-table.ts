import { readFileSync } from 'node:fs';
import { type Principal, principalNames, principals } from './principals.js';

/** `✓` is an answer 2xx; otherwise the refusal's status. */
export type Cell = string;
export type Line = Record<Principal, Cell>;

const file = new URL('../../../docs/authorization.md', import.meta.url);

/** The committed table: who may call what. The first column names the route, in brackets which of its cases. */
export const readAuthorizationTable = (): Map<string, Line> => {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const columns = principals.map((principal) => principalNames[principal]).join(' | ');
  const headers = rows.filter(([label]) => label === '');
  if (headers.some(([, ...names]) => names.join(' | ') !== columns))
    throw new Error(`Each table's columns are to be: ${columns}`);
  return new Map(
    rows
      .filter(([label]) => label !== '')
      .map(([label = '', ...cells]) => [label.replaceAll('`', ''), lineOf(cells)]),
  );
};

const lineOf = (cells: readonly string[]): Line =>
  Object.fromEntries(principals.map((principal, index) => [principal, cells[index] ?? ''])) as Line;

export const writeLine = (label: string, line: Line): string =>
  `| \`${label}\` | ${principals.map((principal) => line[principal]).join(' | ')} |`;
