import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { z } from 'zod';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { EventBell } from '../events/event-bell.js';
import { log } from '../log/log.js';
import { JobRefusal } from './job-refusal.js';
import { Jobs } from './jobs.js';

interface Claimed {
  id: string;
  name: string;
  attempts: number;
  waited_ms: number;
}

const claimJob = statement('claim-job', 'select * from app.claim_job($1, $2)');
const finishJob = statement('finish-job', 'select app.finish_job($1, $2)');
const failJob = statement('fail-job', 'select app.fail_job($1, $2, $3, $4)');

/** With the back-off of `app.claim_job` about half a day. */
const mostAttempts = 20;
/** A job that a lost bell did not announce, or whose time has come, waits no longer than this. */
const lookEveryMs = 5_000;

/**
 * Runs jobs, `JOB_CONCURRENCY` of them at a time. A claim counts the attempt and puts the next one off; then the work runs
 * in a transaction that locks the job's row. A process that dies lets go of the row with its connection, and another
 * process begins again after the back-off.
 */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    bell: EventBell,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    bell.onEvent(({ name }) => (name === 'jobAdded' ? this.wake() : undefined));
  }

  onApplicationBootstrap(): void {
    if (this.config.JOB_CONCURRENCY === 0) return;
    this.timer = setInterval(() => this.wake(), lookEveryMs).unref();
    this.wake();
  }

  /** Takes no further job, and finishes those that run. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await Promise.all(this.running);
  }

  /** Runs what is due at this moment, one after the other, and says how many there were: for tests, which drive the clock. */
  async runDue(): Promise<number> {
    let count = 0;
    while (await this.runOne()) count += 1;
    return count;
  }

  private wake(): void {
    if (this.stopped || this.running.size >= this.config.JOB_CONCURRENCY) return;
    const slot = this.runWhileDue().finally(() => this.running.delete(slot));
    this.running.add(slot);
  }

  private async runWhileDue(): Promise<void> {
    try {
      while (!this.stopped && (await this.runOne())) this.wake();
    } catch (error) {
      // The database is away: the next look is soon enough.
      log.error({ error: codeOf(error) }, 'jobs could not be claimed');
    }
  }

  private async runOne(): Promise<boolean> {
    const [claimed] = await this.database.inTransaction({}, async ({ transaction }) =>
      this.database.rows<Claimed>(claimJob, [this.jobs.names, transaction.at]),
    );
    if (!claimed) return false;
    const began = performance.now();
    const told = {
      job: claimed.name,
      jobId: claimed.id,
      attempt: claimed.attempts,
      waitedMs: Math.round(claimed.waited_ms),
    };
    try {
      const isDone = await this.work(claimed);
      log.info(
        { ...told, ms: Math.round(performance.now() - began) },
        isDone ? 'job done' : 'job left to another',
      );
    } catch (error) {
      const forGood =
        error instanceof JobRefusal || error instanceof z.ZodError || claimed.attempts >= mostAttempts;
      await this.database.inTransaction({}, async ({ transaction }) =>
        this.database.rows(failJob, [claimed.id, codeOf(error), forGood, transaction.at]),
      );
      log.error(
        { ...told, error: codeOf(error), ms: Math.round(performance.now() - began) },
        forGood ? 'job given up' : 'job failed',
      );
    }
    return true;
  }

  private async work({ id }: Claimed): Promise<boolean> {
    return this.database.inTransaction({ jobId: id }, async ({ transaction, job }) => {
      // Another process is at it, or has done it meanwhile.
      if (!job) return false;
      await this.jobs.run(job.name, job.payload);
      await this.database.rows(finishJob, [id, transaction.at]);
      return true;
    });
  }
}

/** What failed, without the values that a message may carry. */
const codeOf = (error: unknown): string => {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [error instanceof Error ? error.name : typeof error, code, responseCode]
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, 100);
};
