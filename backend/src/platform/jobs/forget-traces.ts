import { Injectable } from '@nestjs/common';
import { asLocalTime, helsinkiDateOf, instantAt } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays } from '@rinnalla/shared/kernel/local-date';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { call } from '../database/statement-flight.js';
import { defineJob } from './define-job.js';
import { Jobs } from './jobs.js';

const forgetTraces = defineJob('forgetTraces', z.strictObject({}));
const forgetJobs = statement('forget-jobs', `select app.forget_jobs($1::timestamptz - interval '30 days')`);
const forgetEvents = statement(
  'forget-events',
  `select app.forget_events($1::timestamptz - interval '30 days')`,
);
const forgetAnswers = statement(
  'forget-answers',
  `select app.forget_answers($1::timestamptz - interval '24 hours')`,
);
const atNight = asLocalTime('03:20');

/**
 * What has served: ended jobs keep their keys for thirty days, longer than anything asks for the same work again, events as
 * long for whoever looks into a failure. An answer kept for a replay holds personal data: it goes in the night after the
 * day in which a browser may still ask again.
 */
@Injectable()
export class ForgetTraces {
  constructor(jobs: Jobs, database: Database) {
    const nextNight = (at: Date) => instantAt(addDays(helsinkiDateOf(at), 1), atNight);
    jobs.repeat(forgetTraces, nextNight, async () => {
      const { transaction } = database;
      await transaction.together(
        [forgetJobs, forgetEvents, forgetAnswers].map((forget) => call(forget, [transaction.at])),
      );
    });
  }
}
