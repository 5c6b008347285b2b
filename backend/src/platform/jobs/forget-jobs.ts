import { Injectable } from '@nestjs/common';
import { asLocalTime, helsinkiDateOf, instantAt } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays } from '@rinnalla/shared/kernel/local-date';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { defineJob } from './define-job.js';
import { Jobs } from './jobs.js';

const forgetEndedJobs = defineJob('forgetEndedJobs', z.strictObject({}));
const forgetJobs = statement('forget-jobs', `select app.forget_jobs($1::timestamptz - interval '30 days')`);
const atNight = asLocalTime('03:20');

/** Ended jobs keep their keys for thirty days, longer than anything asks for the same work again. */
@Injectable()
export class ForgetJobs {
  constructor(jobs: Jobs, database: Database) {
    const nextNight = (at: Date) => instantAt(addDays(helsinkiDateOf(at), 1), atNight);
    jobs.repeat(forgetEndedJobs, nextNight, async () => {
      await database.rows(forgetJobs, [database.transaction.at]);
    });
  }
}
