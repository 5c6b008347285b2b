import { StartRefusal } from '../start-refusal.js';

/** What PostgreSQL wrote before it gave up, as one sentence. `home` is the folder that the operator knows. */
export function refusalFromLog(log: string, home: string): StartRefusal {
  if (/No space left on device|Disk quota exceeded|File too large/i.test(log))
    return new StartRefusal(`The disk that holds ${home} is full: free some space and start again.`);
  if (isPortTaken(log))
    return new StartRefusal(
      'The port given to the database is taken: leave it out and a free one is chosen.',
    );
  if (/Permission denied|Read-only file system/i.test(log))
    return new StartRefusal(
      `The folder ${home} is not writable: give yourself the right to write there or choose another with DATA_DIR.`,
    );
  const said = lastWord(log);
  return new StartRefusal(
    `The database in ${home} did not start${said ? ` (it said "${said}")` : ''}: its log is postgres.log in that folder.`,
  );
}

export const isPortTaken = (log: string): boolean => /Address already in use/i.test(log);

function lastWord(log: string): string {
  const telling = log.split('\n').filter((line) => /FATAL|PANIC|error|could not/i.test(line));
  return (telling.at(-1) ?? '').replace(/^.*?(FATAL|PANIC|error):\s*/i, '').trim();
}
