import { readFileSync } from 'node:fs';
import { type Principal, principalNames, principals } from './principals.js';

/** `✓` is an answer 2xx, or a notice that was heard; otherwise the refusal's status, or `–` for what was not heard. */
export type Cell = string;
export type Line = Record<Principal, Cell>;

const file = new URL('../../../docs/authorization.md', import.meta.url);

/** What a line is about: a route, a question of a socket (`asks …`), or what a socket is told (`hears …`). */
const kinds = { route: /^[A-Z]+ \//, asks: /^asks /, hears: /^hears / };

/** The committed table: who may call what. The first column names the route or the event, in brackets which of its cases. */
export const readAuthorizationTable = (kind: keyof typeof kinds): Map<string, Line> => {
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
  const lines = rows
    .filter(([label]) => label !== '')
    .map(([label = '', ...cells]): [string, Line] => [label.replaceAll('`', ''), lineOf(cells)]);
  const stray = lines.find(([label]) => !Object.values(kinds).some((form) => form.test(label)));
  if (stray) throw new Error(`${stray[0]} is neither a route nor a question nor a notice of a socket.`);
  return new Map(lines.filter(([label]) => kinds[kind].test(label)));
};

/** The routes that a section lists, each in a line of its own, under its heading. */
export const readRoutesUnder = (heading: string): string[] => {
  const [, section = ''] = readFileSync(file, 'utf8').split(`\n## ${heading}\n`);
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^- `(.+)`$/gm)].map(([, label = '']) => label);
};

const lineOf = (cells: readonly string[]): Line =>
  Object.fromEntries(principals.map((principal, index) => [principal, cells[index] ?? ''])) as Line;

export const writeLine = (label: string, line: Line): string =>
  `| \`${label}\` | ${principals.map((principal) => line[principal]).join(' | ')} |`;
