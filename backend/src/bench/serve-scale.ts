import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder } from '../commands/start-options.js';
import { openBenchDatabase } from './bench-database.js';
import { startApi } from './child-server.js';
import { scaleOne, sessionTokenOf, staffOfMunicipality } from './scale.js';

const folder = join(repositoryFolder, 'var', 'bench');

export interface ServedScale {
  address: string;
  /** Tokens of sessions: a coach, and a manager of an association. */
  sessions: { coach: string; manager: string };
  stop: () => Promise<void>;
}

/** The product as it is delivered, website and all, over a copy of the measured database at scale 1. */
export const serveScale = async (tell: (line: string) => void): Promise<ServedScale> => {
  mkdirSync(folder, { recursive: true });
  const database = await openBenchDatabase({
    folder: join(folder, 'postgres'),
    factor: 1,
    fresh: false,
    tell,
  });
  try {
    const api = await startApi(database, join(folder, 'screens-api.log'), {
      environment: { STATIC_DIR: join(repositoryFolder, 'frontend', 'dist') },
    });
    const stop = async (): Promise<void> => {
      await api.stop();
      await database.stop();
    };
    return {
      // By the name that the product gives itself: a page of another origin opens no socket.
      address: api.url.replace('127.0.0.1', 'localhost'),
      sessions: {
        coach: sessionTokenOf(scaleOne.municipalities + 7),
        manager: sessionTokenOf(scaleOne.municipalities * staffOfMunicipality + 7),
      },
      stop,
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
};
