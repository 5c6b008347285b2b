import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { checkDatabase } from '../platform/database/check-database.js';
import { readConfig } from '../platform/config/config.js';
import { log } from '../platform/log/log.js';
import { StartRefusal } from '../platform/start-refusal.js';
import { runCommand } from './run-command.js';

/** Runs jobs and serves nothing, until SIGTERM or SIGINT; then it finishes what runs, within ten seconds. */
await runCommand(async () => {
  const config = readConfig(process.env);
  if (config.JOB_CONCURRENCY === 0)
    throw new StartRefusal('JOB_CONCURRENCY is 0: a worker that runs no job has nothing to do.');
  await checkDatabase(config.DATABASE_URL);
  log.level = config.LOG_LEVEL;
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  // Nothing else keeps a process alive while the database is away.
  setInterval(() => undefined, 60_000);
  log.info('ready for jobs');
  const stop = (): void => {
    setTimeout(() => process.exit(1), 10_000).unref();
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
});
