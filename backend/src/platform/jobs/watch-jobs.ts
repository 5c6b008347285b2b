import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { log } from '../log/log.js';

const jobsBehind = statement('jobs-behind', 'select * from app.jobs_behind($1)');

/** How jobs stand now: numbers alone. */
export interface JobsBehind {
  /** Whose time has come and which wait. */
  due: number;
  /** How long the oldest of them has waited. */
  lateMs: number;
  /** Failed at least once, and will be tried again. */
  failing: number;
  /** Given up within the last hour. */
  givenUp: number;
}

const everyMs = 60_000;
/** A worker that is alive takes what is due within seconds. */
const lateAfterMs = 60_000;

/** Each minute, on every node, with or without workers of its own: one line in the log while jobs are stuck, and none otherwise. */
@Injectable()
export class WatchJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look().catch(notTold), everyMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** What was told to the log: undefined while all is well. */
  async look(): Promise<JobsBehind | undefined> {
    const row = await this.database.inTransaction({}, ({ transaction }) =>
      this.database.row<{ due: number; late_ms: number; failing: number; given_up: number }>(jobsBehind, [
        transaction.at,
      ]),
    );
    if (!row) return undefined;
    const behind = {
      due: row.due,
      lateMs: Math.round(row.late_ms),
      failing: row.failing,
      givenUp: row.given_up,
    };
    if (behind.lateMs < lateAfterMs && behind.failing === 0 && behind.givenUp === 0) return undefined;
    log.warn(behind, 'jobs are stuck');
    return behind;
  }
}

/** The database is away: other lines tell that. */
const notTold = (): void => undefined;
