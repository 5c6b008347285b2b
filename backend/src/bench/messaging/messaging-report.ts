import type { Figures } from '../report.js';
import type { DoorbellCost } from './doorbell-cost.js';

interface MessageFigures {
  p50Ms: Figures;
  p99Ms: Figures;
  serverCpuMs: Figures;
  databaseCpuMs: Figures;
  delivered: number;
  errors: number;
}

export interface MessagingResult {
  at: string;
  machine: { processor: string; cores: number; node: string; loadBefore: number; loadAfter: number };
  seconds: number;
  rounds: number;
  scale: number;
  latency: { rate: number; api: MessageFigures; bare: MessageFigures }[];
  kilobytesPerSocket: { api: Figures; bare: Figures };
  doorbell: DoorbellCost[];
}

const goals = { p50: 2, p99: 2, cpu: 2.5, memory: 1.5 };
const cell = ({ median, min, max }: Figures, digits: number): string =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
const against = (what: string, api: number, bare: number, goal: number): string =>
  `${api / bare <= goal ? '✓' : '✕'} ${what} × ${(api / bare).toFixed(2)}, at most ${goal}`;
const cpuOf = ({ serverCpuMs, databaseCpuMs }: MessageFigures): number =>
  serverCpuMs.median + databaseCpuMs.median;

/** The table of the terminal: medians (least–most) of the rounds. */
export const tableOf = ({
  latency,
  kilobytesPerSocket: memory,
  doorbell,
  machine,
}: MessagingResult): string =>
  [
    'messages/s          p50 ms                p99 ms                  CPU ms per delivery: server, database   delivered  errors',
    ...latency.flatMap(({ rate, api, bare }) => [
      ...(['api', 'bare'] as const).map((target) => {
        const figures = target === 'api' ? api : bare;
        return [
          String(rate).padEnd(5),
          target.padEnd(13),
          cell(figures.p50Ms, 1).padEnd(21),
          cell(figures.p99Ms, 1).padEnd(23),
          `${cell(figures.serverCpuMs, 2)}, ${cell(figures.databaseCpuMs, 2)}`.padEnd(39),
          String(figures.delivered).padStart(9),
          String(figures.errors).padStart(7),
        ].join(' ');
      }),
      `      ${against('p50', api.p50Ms.median, bare.p50Ms.median, goals.p50)}   ${against('p99', api.p99Ms.median, bare.p99Ms.median, goals.p99)}   ${against('CPU', cpuOf(api), cpuOf(bare), goals.cpu)}`,
    ]),
    '',
    `Memory of an idle socket in five conversations: ${cell(memory.api, 1)} kB, bare ${cell(memory.bare, 1)} kB. ${against('memory', memory.api.median, memory.bare.median, goals.memory)}`,
    ...doorbell.map(
      ({ way, listeners, commitsPerSecond }) =>
        `Commits a second with ${listeners} nodes listening, told ${way}: ${commitsPerSecond.toFixed(0)}`,
    ),
    `Load of the machine: ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after, on ${machine.cores} cores.`,
  ].join('\n');
