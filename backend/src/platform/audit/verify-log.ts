import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { anchorContent, type ChainHead } from './log-anchors.js';
import { pruneContent } from './log-pruning.js';
import type { LogSeal, SealedRow } from './log-seal.js';

/** What can be wrong with the log. */
export type FindingKind =
  | 'changedRow'
  | 'unsealedRow'
  | 'missingRow'
  | 'repeatedRow'
  | 'rowOfNoChain'
  | 'cutChain'
  | 'changedAnchor'
  | 'missingAnchor'
  | 'notAsAnchored'
  | 'changedMark'
  | 'missingMark';

interface Finding {
  kind: FindingKind;
  /** Where: `chain 3, row 17`, or an anchor. */
  place: string;
}

export interface Verified {
  rows: number;
  chains: number;
  anchors: number;
  findings: Finding[];
}

interface LogRow extends SealedRow {
  chain_id: string;
  seq: string;
  at_microseconds: string;
  seal: string;
  hash: Buffer;
  content: string;
}

/** Written out here, and not asked of `app.log_content`: who changed the rows may have changed the function. */
const content = `jsonb_build_array(e.chain_id, e.seq, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.person_id, e.organization_id, e.role, e.office_holder,
          e.action, e.object_type, e.object_id, e.client_id, e.purpose, e.result, e.details, e.request_id, e.entry_id, e.seal)::text`;
const rowsAfter = `
  select e.chain_id, e.seq, (extract(epoch from e.at) * 1000000)::bigint::text as at_microseconds, e.person_id, e.organization_id, e.role, e.office_holder,
         e.action, e.object_type, e.object_id, e.client_id, e.purpose, e.result, e.details, e.request_id, e.entry_id, e.seal, e.hash, ${content} as content
    from audit_event e where (e.chain_id, e.seq) > ($1, $2) order by e.chain_id, e.seq limit 2000`;

/**
 * Reads the whole log as the database's owner, in one snapshot, and tells everything that is not as it was written.
 * `knownAnchors` are signatures from the process's own log: each must still be there.
 */
export const verifyLog = async (
  owner: ClientBase,
  seal: LogSeal,
  knownAnchors: readonly string[] = [],
): Promise<Verified> => {
  await owner.query('begin isolation level repeatable read read only');
  try {
    return await new Verification(owner, seal).run(knownAnchors);
  } finally {
    await owner.query('rollback');
  }
};

class Verification {
  private readonly findings: Finding[] = [];
  private rows = 0;
  /** Hashes that an anchor or a head asks about: `chain/seq`. */
  private readonly expected = new Map<string, string>();
  private readonly last = new Map<string, { seq: number; hash: string }>();

  constructor(
    private readonly owner: ClientBase,
    private readonly seal: LogSeal,
  ) {}

  async run(knownAnchors: readonly string[]): Promise<Verified> {
    const anchors = await this.readAnchors(knownAnchors);
    await this.readMarks();
    await this.readRows();
    const chains = await this.compareHeads();
    // A node anchors within seconds and at its end: a log without any has lost them.
    if (this.rows > 0 && anchors === 0) this.find('missingAnchor', 'every anchor');
    for (const place of this.expected.keys()) this.find('notAsAnchored', place);
    const { rows: repeated } = await this.owner.query<{ entry_id: string }>(
      'select entry_id from audit_event group by entry_id having count(*) > 1',
    );
    for (const { entry_id: id } of repeated) this.find('repeatedRow', `entry ${id}`);
    return { rows: this.rows, chains, anchors, findings: this.findings };
  }

  private find(kind: FindingKind, place: string): void {
    this.findings.push({ kind, place });
  }

  private async readAnchors(known: readonly string[]): Promise<number> {
    const { rows } = await this.owner.query<{
      id: string;
      at: Date;
      heads: ChainHead[];
      previous_signature: string;
      signature: string;
    }>('select id, at, heads, previous_signature, signature from audit_anchor order by id');
    const signatures = new Set(rows.map(({ signature }) => signature));
    for (const signature of known)
      if (!signatures.has(signature)) this.find('missingAnchor', `anchor ${signature}`);
    let previous = '';
    for (const { id, at, heads, previous_signature: before, signature } of rows) {
      if (!this.seal.isSigned(anchorContent(at, heads, before), signature))
        this.find('changedAnchor', `anchor ${id}`);
      if (before !== previous) this.find('missingAnchor', `before anchor ${id}`);
      previous = signature;
      for (const [chain, seq, hash] of heads) this.expected.set(placeOf(chain, seq), hash);
    }
    return rows.length;
  }

  /** Where rows came to their time and were taken: a chain begins after its last mark. */
  private async readMarks(): Promise<void> {
    const { rows } = await this.owner.query<{
      id: string;
      at: Date;
      chain_id: string;
      seq: string;
      hash: string;
      taken: number;
      written_before: Date;
      previous_signature: string;
      signature: string;
    }>('select * from audit_prune order by id');
    let previous = '';
    for (const row of rows) {
      const mark = {
        chain: Number(row.chain_id),
        seq: Number(row.seq),
        hash: row.hash,
        taken: row.taken,
        before: row.written_before,
        at: row.at,
        previous: row.previous_signature,
      };
      const begun = this.last.get(row.chain_id)?.seq ?? 0;
      if (!this.seal.isSigned(pruneContent(mark), row.signature)) this.find('changedMark', `mark ${row.id}`);
      if (mark.previous !== previous || mark.seq !== begun + mark.taken)
        this.find('missingMark', `before mark ${row.id}`);
      previous = row.signature;
      this.last.set(row.chain_id, { seq: mark.seq, hash: mark.hash });
      this.forgetAnchored(row.chain_id, mark.seq, mark.hash);
    }
  }

  /** What was anchored and has come to its time is not asked for; the row at the mark itself must be as it was anchored. */
  private forgetAnchored(chain: string, seq: number, hash: string): void {
    for (const [place, anchored] of this.expected) {
      const [of, row] = place.slice('chain '.length).split(', row ');
      if (of === chain && (Number(row) < seq || (Number(row) === seq && anchored === hash)))
        this.expected.delete(place);
    }
  }

  private async readRows(): Promise<void> {
    let after: [string, string] = ['0', '0'];
    for (;;) {
      const { rows } = await this.owner.query<LogRow>(rowsAfter, after);
      for (const row of rows) this.readRow(row);
      const end = rows.at(-1);
      if (!end) return;
      after = [end.chain_id, end.seq];
    }
  }

  private readRow(row: LogRow): void {
    const place = placeOf(row.chain_id, row.seq);
    const before = this.last.get(row.chain_id) ?? { seq: 0, hash: '' };
    const seq = Number(row.seq);
    const hash = row.hash.toString('hex');
    this.rows += 1;
    if (seq !== before.seq + 1) this.find('missingRow', `before ${place}`);
    if (chained(before.hash, row.content) !== hash) this.find('changedRow', place);
    if (!this.seal.fits(row, row.at_microseconds, row.seal)) this.find('unsealedRow', place);
    if (this.expected.get(place) === hash) this.expected.delete(place);
    this.last.set(row.chain_id, { seq, hash });
  }

  private async compareHeads(): Promise<number> {
    const { rows } = await this.owner.query<{ id: string; last_seq: string; last_hash: Buffer }>(
      'select id, last_seq, last_hash from audit_chain',
    );
    for (const { id, last_seq: seq, last_hash: hash } of rows) {
      const last = this.last.get(id) ?? { seq: 0, hash: '' };
      if (last.seq !== Number(seq) || last.hash !== hash.toString('hex'))
        this.find('cutChain', `chain ${id}`);
      this.last.delete(id);
    }
    for (const chain of this.last.keys()) this.find('rowOfNoChain', `chain ${chain}`);
    return rows.length;
  }
}

const placeOf = (chain: string | number, seq: string | number): string => `chain ${chain}, row ${seq}`;

const chained = (before: string, content: string): string =>
  createHash('sha256').update(Buffer.from(before, 'hex')).update(content, 'utf8').digest('hex');
