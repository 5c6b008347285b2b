import { symbols } from 'pino';
import { log } from '../platform/log/log.js';

/** Everything that the process writes from now on: its structured log, and what goes to its two streams. */
export interface CapturedOutput {
  lines: string[];
  stop(): void;
}

export const captureOutput = (): CapturedOutput => {
  const lines: string[] = [];
  const keep = (chunk: unknown): boolean => {
    lines.push(String(chunk));
    return true;
  };
  const kept = Reflect.get(log, symbols.streamSym) as { write: (line: string) => unknown };
  const streams = [kept, process.stdout, process.stderr];
  const before = streams.map((stream) => stream.write);
  for (const stream of streams) stream.write = keep as never;
  return {
    lines,
    stop: () => streams.forEach((stream, index) => (stream.write = before[index] as never)),
  };
};
