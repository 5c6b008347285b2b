import { readConfig } from './platform/config/config.js';
import { log } from './platform/log/log.js';
import { startServer } from './server.js';

/** Serves until SIGTERM or SIGINT, then takes no new work and finishes what runs, within ten seconds. */
const server = await startServer(readConfig(process.env));
log.info({ url: server.url }, 'ready');

const stop = (): void => {
  setTimeout(() => process.exit(1), 10_000).unref();
  void server.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
