import { JobWorker } from '../platform/jobs/job-worker.js';
import { setClock, type TestServer } from './test-server.js';

/** Messages are told of when who looks at them has read them: the clock goes on until then. */
export const tellOfMessages = async (server: TestServer): Promise<void> => {
  setClock(server, new Date(server.clock.now().getTime() + 5_000).toISOString());
  await server.get(JobWorker).runDue();
};
