import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { clockOf } from '../platform/clock/clock.js';
import { readConfig } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { defineJob } from '../platform/jobs/define-job.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { log } from '../platform/log/log.js';
import { PlatformModule } from '../platform/platform.module.js';

/** A worker of its own for tests that kill it: says `began`, and goes on when a line comes in. */
export const waitForWord = defineJob('waitForWord', z.strictObject({ number: z.number() }));

@Injectable()
class WaitForWord {
  constructor(jobs: Jobs, database: Database) {
    jobs.handle(waitForWord, async ({ number }) => {
      database.happened({ name: 'tested', payload: { number } });
      process.stdout.write('began\n');
      await new Promise((resolve) => process.stdin.once('data', resolve));
    });
  }
}

@Module({ providers: [WaitForWord] })
class WaitingModule {}

if (process.argv[1]?.endsWith('job-process.js')) {
  log.level = 'error';
  const config = readConfig(process.env);
  const root = { module: WaitingModule, imports: [PlatformModule.with(config, clockOf(config))] };
  const app = await NestFactory.createApplicationContext(root, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
}
