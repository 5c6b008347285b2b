import { StartRefusal } from '../platform/start-refusal.js';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a command of the terminal: a refusal is printed as its one sentence, a fault of ours with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(
      `${error instanceof StartRefusal ? error.message : ((error as Error).stack ?? String(error))}\n`,
    );
    process.exit(1);
  }
}
