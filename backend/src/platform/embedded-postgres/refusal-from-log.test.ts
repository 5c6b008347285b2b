import { refusalFromLog } from './refusal-from-log.js';

describe('what PostgreSQL said before it gave up', () => {
  it.each([
    [
      'initdb: error: could not write to file: No space left on device',
      'The disk that holds /srv/data is full: free some space and start again.',
    ],
    [
      'FATAL:  could not create lock file "postmaster.pid": Read-only file system',
      'The folder /srv/data is not writable: give yourself the right to write there or choose another with DATA_DIR.',
    ],
    [
      'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use',
      'The port given to the database is taken: leave it out and a free one is chosen.',
    ],
    [
      'PANIC:  could not locate a valid checkpoint record',
      'The database in /srv/data did not start (it said "could not locate a valid checkpoint record"): its log is postgres.log in that folder.',
    ],
    ['', 'The database in /srv/data did not start: its log is postgres.log in that folder.'],
  ])('becomes one sentence: %s', (log, sentence) => {
    expect(refusalFromLog(log, '/srv/data').message).toBe(sentence);
  });
});
