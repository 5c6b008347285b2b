import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../bench/child-server.js';
import type { Stage } from './stage.js';

export const faultKinds = ['killNode', 'stopDatabase', 'endDoorbell', 'dropSockets', 'revoke'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  /** By the machine's clock, which all processes share. */
  at: number;
  node?: number;
  count?: number;
  membershipId?: string;
}

export interface Step {
  kind: FaultKind;
  times: number;
  everyMs: number;
  membershipIds?: string[];
}

/** What the injector's process is told. */
export interface Injection {
  nodes: string[];
  targetsFile: string;
  superuserUrl: string;
  proxies: { from: number; to: number }[];
  steps: Step[];
}

export interface Injector {
  /** Where browsers find the nodes: through the injector, if it carries what it drops. */
  nodes: string[];
  faults: Fault[];
  done: Promise<void>;
  stop: () => void;
}

const file = fileURLToPath(new URL('injector.js', import.meta.url));

/** Starts the injector in a process of its own. With `carries`, browsers must go through it. */
export const inject = async (
  { nodes, targetsFile, superuserUrl }: Pick<Stage, 'nodes' | 'targetsFile' | 'superuserUrl'>,
  steps: Step[],
  carries = false,
): Promise<Injector> => {
  const proxies = carries
    ? await Promise.all(nodes.map(async (url) => ({ from: await freePort(), to: Number(new URL(url).port) })))
    : [];
  const injection: Injection = { nodes: [...nodes], targetsFile, superuserUrl, proxies, steps };
  const child = spawn(process.execPath, [file, JSON.stringify(injection)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const faults: Fault[] = [];
  const told = hear(child, (fault) => faults.push(fault));
  await told.ready;
  return {
    nodes: carries ? proxies.map(({ from }) => `http://127.0.0.1:${from}`) : [...nodes],
    faults,
    done: told.done,
    stop: () => void child.kill('SIGKILL'),
  };
};

const hear = (
  child: ChildProcess,
  struck: (fault: Fault) => void,
): { ready: Promise<void>; done: Promise<void> } => {
  const [ready, done] = [open(), open()];
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const said = JSON.parse(line) as Fault & { ready?: true; done?: true };
    if (said.ready) ready.resolve();
    else if (said.done) done.resolve();
    else struck(said);
  });
  child.once('exit', () => {
    ready.resolve();
    done.resolve();
  });
  return { ready: ready.promise, done: done.promise };
};

const open = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
};
