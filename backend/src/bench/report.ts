import type { Operation, Target } from './operations.js';
import type { Round } from './run-rounds.js';
import type { WallCost } from './cost-of-walls.js';

export interface Figures {
  median: number;
  min: number;
  max: number;
}

interface TargetResult {
  requestsPerSecond: Figures;
  p50Ms: Figures;
  p99Ms: Figures;
  serverCpuMs: Figures;
  databaseCpuMs: Figures;
  errors: number;
}

export interface OperationResult {
  operation: string;
  api: TargetResult;
  limit: TargetResult;
  ratio: number;
  ratioGoal: number;
  /** The limit that keeps what the product must: of a read the log row; of a write also event, entry and answer. */
  keeping?: TargetResult & { ratio: number; ratioGoal: number };
  roundTrips: number;
  roundTripsGoal: number;
}

export interface BenchResult {
  at: string;
  machine: {
    processor: string;
    cores: number;
    loadBefore: number;
    loadAfter: number;
    node: string;
    postgres: string;
  };
  scale: number;
  rounds: number;
  secondsEach: number;
  connections: number;
  operations: OperationResult[];
  walls: WallCost[];
  differingAnswers: string[];
  apiAtRestMegabytes: number;
  startToReadyMs: number;
  ptvImport: { services: number; seconds: number };
}

export const figuresOf = (values: readonly number[]): Figures => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
};

const targetResult = (rounds: readonly Round[]): TargetResult => {
  const of = (key: keyof Round) => figuresOf(rounds.map((round) => round[key]));
  return {
    requestsPerSecond: of('requestsPerSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: of('serverCpuMs'),
    databaseCpuMs: of('databaseCpuMs'),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  };
};

export const operationResult = (
  operation: Operation,
  rounds: Record<Target, Round[]>,
  roundTrips: number,
): OperationResult => {
  const api = targetResult(rounds.api);
  const limit = targetResult(rounds.limit);
  const ratio = api.requestsPerSecond.median / limit.requestsPerSecond.median;
  const { keepingRatio } = operation;
  const keeping = keepingRatio === undefined ? undefined : targetResult(rounds.keeping);
  return {
    operation: operation.name,
    api,
    limit,
    ratio,
    ratioGoal: operation.ratio,
    ...(keepingRatio !== undefined && keeping
      ? {
          keeping: {
            ...keeping,
            ratio: api.requestsPerSecond.median / keeping.requestsPerSecond.median,
            ratioGoal: keepingRatio,
          },
        }
      : {}),
    roundTrips,
    roundTripsGoal: operation.roundTrips,
  };
};

const columns = [
  'operation',
  '',
  'req/s',
  'min–max',
  'p50 ms',
  'p99 ms',
  'CPU ms server + database',
  'errors',
  'of the limit',
  'round trips',
];

/** The table of the terminal. */
export const tableOf = ({
  operations,
  walls,
  differingAnswers,
  apiAtRestMegabytes,
  startToReadyMs,
  ptvImport,
}: BenchResult): string => {
  const rows = operations.flatMap(
    ({ operation, api, limit, keeping, ratio, ratioGoal, roundTrips, roundTripsGoal }) => [
      [
        operation,
        'API',
        ...cellsOf(api),
        `${ratio.toFixed(2)} ${mark(ratio >= ratioGoal)} ≥ ${ratioGoal}`,
        `${roundTrips} ${mark(roundTrips <= roundTripsGoal)} ≤ ${roundTripsGoal}`,
      ],
      ['', 'limit', ...cellsOf(limit), '', ''],
      ...(keeping
        ? [
            [
              '',
              'limit that keeps',
              ...cellsOf(keeping),
              `${keeping.ratio.toFixed(2)} ${mark(keeping.ratio >= keeping.ratioGoal)} ≥ ${keeping.ratioGoal} of it`,
              '',
            ],
          ]
        : []),
    ],
  );
  const widths = columns.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  return [
    line(columns),
    ...rows.map(line),
    '',
    ...walls.map(
      ({ operation, behindWallsMs, withoutMs }) =>
        `Walls, ${operation}: ${behindWallsMs.toFixed(2)} ms behind row-level security, ${withoutMs.toFixed(2)} ms without (× ${(behindWallsMs / withoutMs).toFixed(2)}).`,
    ),
    `API at rest: ${apiAtRestMegabytes.toFixed(0)} MB ${mark(apiAtRestMegabytes <= 150)} ≤ 150. Start to ready: ${(startToReadyMs / 1000).toFixed(1)} s ${mark(startToReadyMs <= 3_000)} ≤ 3.`,
    `Import of ${ptvImport.services} services of the national register: ${ptvImport.seconds.toFixed(1)} s ${mark(ptvImport.seconds <= 5)} ≤ 5.`,
    differingAnswers.length === 0
      ? 'API and limit answered the same rows.'
      : `API and limit answered differently: ${differingAnswers.join('; ')}.`,
  ].join('\n');
};

const mark = (isReached: boolean): string => (isReached ? '✓' : '✕');

const cellsOf = ({
  requestsPerSecond,
  p50Ms,
  p99Ms,
  serverCpuMs,
  databaseCpuMs,
  errors,
}: TargetResult): string[] => [
  requestsPerSecond.median.toFixed(0),
  `${requestsPerSecond.min.toFixed(0)}–${requestsPerSecond.max.toFixed(0)}`,
  p50Ms.median.toFixed(0),
  p99Ms.median.toFixed(0),
  `${(serverCpuMs.median + databaseCpuMs.median).toFixed(2)} = ${serverCpuMs.median.toFixed(2)} + ${databaseCpuMs.median.toFixed(2)}`,
  String(errors),
];
