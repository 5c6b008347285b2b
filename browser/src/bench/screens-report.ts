import type { ScreenFigures } from './measure-screens.js';

/** In milliseconds. */
const goals = { painted: 1_500, usable: 2_500, interaction: 100 };

const kept = (value: number, goal: number): string =>
  `${Math.round(value)} ${value <= goal ? '✓' : '✕'} ≤ ${goal}`;

export const tableOfScreens = ({ firstVisits, interactions }: ScreenFigures): string =>
  [
    'First visit, phone: 4 × slower, 1.6 Mbit/s, 150 ms',
    ...firstVisits.map(
      ({ path, paintedMs, usableMs, kilobytes, requests }) =>
        `  ${path.padEnd(12)} painted ${kept(paintedMs, goals.painted)} ms   usable ${kept(usableMs, goals.usable)} ms   ${Math.round(kilobytes)} kB in ${requests} requests`,
    ),
    'The slowest interaction of each screen, scale 1, to the next frame',
    ...interactions.map(
      ({ who, path, count, slowestMs, slowest }) =>
        `  ${who.padEnd(8)} ${path.padEnd(26)} ${kept(slowestMs, goals.interaction).padEnd(14)} ms of ${count}   ${slowestMs > 0 ? slowest : ''}`,
    ),
  ].join('\n');
