import { Injectable } from '@nestjs/common';
import { asLocalTime, helsinkiDateOf, instantAt } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays, asLocalDate, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import { z } from 'zod';
import { LogPruning } from '../../platform/audit/log-pruning.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { defineJob } from '../../platform/jobs/define-job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { RetentionRules } from './retention-rules.js';

const startRetention = defineJob('startRetention', z.strictObject({}));
const endRetentionJob = defineJob(
  'endRetention',
  z.strictObject({ day: z.iso.date(), batch: z.int().min(1) }),
);
const endRetention = statement(
  'end-retention',
  'select has_more, happened from app.end_retention($1, $2, $3, $4)',
);

const atNight = asLocalTime('03:30');
/** Each transaction ends well within a job's minute, and a crash repeats no more than one. */
const mostAtOnce = 100;

/**
 * Every night what has come to its day ends, on whichever node is first. The day is the job's own: a node that was down
 * finds what it has missed, and a night that is run again finds nothing left.
 */
@Injectable()
export class EndRetention {
  constructor(
    private readonly rules: RetentionRules,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly log: LogPruning,
  ) {
    const nextNight = (at: Date) => instantAt(addDays(helsinkiDateOf(at), 1), atNight);
    jobs.repeat(startRetention, nextNight, async () =>
      this.add(helsinkiDateOf(this.database.transaction.at), 1),
    );
    jobs.handle(endRetentionJob, ({ day, batch }) => this.run(day, batch));
  }

  private add(day: string, batch: number): void {
    this.jobs.add(endRetentionJob, { day, batch }, { key: `endRetention ${day} ${batch}` });
  }

  /** The last: what ended tonight is itself in the log. */
  private async pruneLog(day: LocalDate): Promise<void> {
    const rule = this.rules.appliedOn(day).find(({ kind }) => kind === 'log');
    if (!rule) return;
    const before = instantAt(addDays(rule.until, 1), asLocalTime('00:00'));
    const taken = await this.log.prune({ before, day, rule: rule.rule, version: rule.version });
    if (taken > 0) this.database.log({ action: 'pruneLog', objectType: 'log', details: { taken } });
  }

  private async run(day: string, batch: number): Promise<void> {
    const { at } = this.database.transaction;
    const row = await this.database.row<{ has_more: boolean; happened: DomainEvent[] }>(endRetention, [
      JSON.stringify(this.rules.appliedOn(asLocalDate(day))),
      day,
      at,
      mostAtOnce,
    ]);
    for (const event of row?.happened ?? []) this.database.happened(event);
    if (row?.has_more) this.add(day, batch + 1);
    else await this.pruneLog(asLocalDate(day));
  }
}
