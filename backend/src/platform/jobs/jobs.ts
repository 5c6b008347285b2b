import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { z } from 'zod';
import { Database } from '../database/database.js';
import type { JobKind } from './define-job.js';

interface Adding {
  /** Not before. The transaction's own time unless given. */
  runAt?: Date;
  /** The event that asks for it: a key that was used adds nothing more. */
  key?: string;
  /**
   * While a job with these words waits, another adds nothing. Such a job looks at what there is when it runs; and first it
   * waits for whoever holds what those who ask for it hold, so that none of them is overlooked.
   */
  gathers?: string;
}

type Work<Payload extends z.ZodType> = (payload: z.output<Payload>) => Promise<void>;

interface Handled {
  kind: JobKind;
  work: Work<z.ZodType>;
  nextAfter?: (at: Date) => Date;
}

/**
 * Work that must survive a crash. `add` writes the job with the action's commit; a worker of any process runs it later, in
 * a transaction of its own: what it writes and that it is done are one commit. It may therefore begin twice, never end
 * twice; what it does outside of the database must bear a repetition. It holds a connection and its row all the while:
 * what it waits for has a limit of its own, and what takes longer than a minute is cut into several.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap {
  private readonly handled = new Map<string, Handled>();

  constructor(private readonly database: Database) {}

  add<Payload extends z.ZodType>(
    kind: JobKind<Payload>,
    payload: z.input<Payload>,
    { runAt, key, gathers }: Adding = {},
  ): void {
    const { transaction } = this.database;
    transaction.jobs.push({
      name: kind.name,
      payload: kind.payload.parse(payload),
      key: key ?? null,
      gathers: gathers ?? null,
      run_at: (runAt ?? transaction.at).toISOString(),
    });
  }

  /** Says who does it. Inside, nobody acts and nothing of a tenant is readable: see `Database.asMember`. */
  handle<Payload extends z.ZodType>(kind: JobKind<Payload>, work: Work<Payload>): void {
    if (this.handled.has(kind.name)) throw new Error(`Two handle the job ${kind.name}.`);
    this.handled.set(kind.name, { kind, work: work as Work<z.ZodType> });
  }

  /** Does it again and again, each time at the instant that `nextAfter` tells; once for all processes. */
  repeat(kind: JobKind, nextAfter: (at: Date) => Date, work: () => Promise<void>): void {
    this.handle(kind, work);
    this.handled.set(kind.name, { kind, work, nextAfter });
  }

  async onApplicationBootstrap(): Promise<void> {
    const repeated = [...this.handled.values()].filter(({ nextAfter }) => nextAfter);
    if (repeated.length > 0)
      await this.database.inTransaction({}, async () => repeated.forEach((handled) => this.addNext(handled)));
  }

  get names(): string[] {
    return [...this.handled.keys()];
  }

  /** Inside the job's transaction. */
  async run(name: string, payload: unknown): Promise<void> {
    const handled = this.handled.get(name);
    if (!handled) throw new Error(`Nobody handles the job ${name}.`);
    this.addNext(handled);
    await handled.work(handled.kind.payload.parse(payload));
  }

  private addNext({ kind, nextAfter }: Handled): void {
    if (!nextAfter) return;
    const runAt = nextAfter(this.database.transaction.at);
    this.add(kind, {}, { runAt, key: `${kind.name} ${runAt.toISOString()}` });
  }
}
