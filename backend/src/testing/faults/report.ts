/** One line of the table: a fault test, what it counted, and whether what must hold did. */
export interface Line {
  test: string;
  fault: string;
  messages?: number;
  faults?: number;
  hits?: number;
  retries?: number;
  replayedAcks?: number;
  lost?: number;
  doubled?: number;
  gaps?: number;
  wrongViews?: number;
  ackP50Ms?: number;
  ackP99Ms?: number;
  /** What must hold, in words, and whether it did. */
  goals: [sentence: string, isReached: boolean][];
  /** Why nothing was proven: a fault that hit no work, a retry that never was. */
  invalid?: string | undefined;
  seconds: number;
}

const columns: [keyof Line, string][] = [
  ['test', 'test'],
  ['fault', 'fault'],
  ['messages', 'messages'],
  ['faults', 'faults'],
  ['hits', 'hit work'],
  ['retries', 'retries'],
  ['replayedAcks', 'replayed acks'],
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['gaps', 'gaps'],
  ['wrongViews', 'wrong views'],
  ['ackP50Ms', 'p50 ms'],
  ['ackP99Ms', 'p99 ms'],
  ['seconds', 's'],
];

export const verdictOf = ({ goals, invalid }: Line): 'held' | 'BROKEN' | 'INVALID' =>
  invalid ? 'INVALID' : goals.every(([, isReached]) => isReached) ? 'held' : 'BROKEN';

export const tableOf = (lines: readonly Line[]): string => {
  const cells = lines.map((line) => [
    ...columns.map(([key]) =>
      String(typeof line[key] === 'number' ? Math.round(line[key]) : (line[key] ?? '–')),
    ),
    verdictOf(line),
  ]);
  const titles = [...columns.map(([, title]) => title), 'verdict'];
  const widths = titles.map((title, index) =>
    Math.max(title.length, ...cells.map((row) => row[index]!.length)),
  );
  const text = (row: readonly string[]): string =>
    row
      .map((cell, index) =>
        index < 2 || index === titles.length - 1
          ? cell.padEnd(widths[index]!)
          : cell.padStart(widths[index]!),
      )
      .join('  ');
  return [
    text(titles),
    ...cells.map(text),
    '',
    ...lines.flatMap(({ test, goals, invalid }) => [
      ...goals.map(([sentence, isReached]) => `${isReached ? '✓' : '✕'} ${test}: ${sentence}`),
      ...(invalid ? [`✕ ${test} is invalid: ${invalid}`] : []),
    ]),
  ].join('\n');
};
