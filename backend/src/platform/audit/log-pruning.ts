import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { LogSeal } from './log-seal.js';

const logToPrune = statement('log-to-prune', 'select * from app.log_to_prune($1, $2)');
const pruneLog = statement('prune-log', 'select app.prune_log($1, $2, $3, $4, $5, $6) as total');

/** What a mark says: the chain's last row that was taken, of what was written before an instant; hung on the mark before it. */
export interface PruneMark {
  chain: number;
  seq: number;
  hash: string;
  taken: number;
  before: Date;
  at: Date;
  previous: string;
}

export const pruneContent = ({ chain, seq, hash, taken, before, at, previous }: PruneMark): string =>
  JSON.stringify([at.toISOString(), chain, seq, hash, taken, before.toISOString(), previous]);

/** Which rule takes the rows, on which day. */
export interface Pruning {
  before: Date;
  day: string;
  rule: string;
  version: number;
}

/** Takes rows from the beginnings of the log's chains, within the job that ends what time ends, and signs where they were. */
@Injectable()
export class LogPruning {
  constructor(
    private readonly database: Database,
    private readonly seal: LogSeal,
  ) {}

  /** How many rows were taken. */
  async prune({ before, day, rule, version }: Pruning): Promise<number> {
    const { at } = this.database.transaction;
    const rows = await this.database.rows<{
      previous_signature: string;
      chain_id: string;
      seq: string;
      hash: string;
      taken: number;
    }>(logToPrune, [before, day]);
    let previous = rows[0]?.previous_signature ?? '';
    const marks = rows.map(({ chain_id: chain, seq, hash, taken }) => {
      const mark = { chain: Number(chain), seq: Number(seq), hash, taken, before, at, previous };
      const signature = this.seal.sign(pruneContent(mark));
      previous = signature;
      return { chain: mark.chain, seq: mark.seq, hash, taken, previous: mark.previous, signature };
    });
    if (marks.length === 0) return 0;
    const done = await this.database.row<{ total: number }>(pruneLog, [
      JSON.stringify(marks),
      at,
      before,
      day,
      rule,
      version,
    ]);
    return done?.total ?? 0;
  }
}
