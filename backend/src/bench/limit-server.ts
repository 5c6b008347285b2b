import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { appOptions } from '../platform/database/data-source.js';
import { KeepingReads } from './keeping-reads.js';
import { keepingWrite } from './keeping-writes.js';
import { type LimitWrite, limitWrite } from './limit-writes.js';
import type { SentStatement } from './sent-statements.js';

/**
 * The limit that the API is measured against: `node:http` and `pg`, the same SQL as named prepared statements, a pool
 * of ten, nothing else. Reads are answered by number: the statements that the API sent for that request.
 */
const reads = JSON.parse(readFileSync(process.env['LIMIT_READS'] ?? '', 'utf8')) as Record<
  string,
  SentStatement[][]
>;
const url = process.env['DATABASE_URL'] ?? '';
// The connection's own settings change what a search finds: they are the API's.
const pool = new pg.Pool({
  ...(appOptions(url, 10, false).extra as pg.PoolConfig),
  connectionString: url,
  max: 10,
});

const keepingReads = new KeepingReads(pool);

const read = async (operation: string, number: number): Promise<unknown> => {
  let rows: unknown[] = [];
  for (const { name = '', text, values } of reads[operation]?.[number] ?? [])
    rows = (await pool.query({ name, text, values })).rows;
  return { rows };
};

const answer = async (request: IncomingMessage): Promise<unknown> => {
  const [, operation = '', number, keptNumber] = (request.url ?? '').split('/');
  if (operation === 'ready') return (await pool.query('select 1')).rows;
  if (request.method === 'GET')
    return operation === 'keeping'
      ? { rows: await keepingReads.read(reads[number ?? '']?.[Number(keptNumber)] ?? []) }
      : read(operation, Number(number));
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const write = JSON.parse(body) as LimitWrite;
  await (operation === 'keeping'
    ? keepingWrite(pool, number ?? '', write)
    : limitWrite(pool, operation, write));
  return { done: true };
};

const server = createServer((request, response) => {
  answer(request).then(
    (given) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(given)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
