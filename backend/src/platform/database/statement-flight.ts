import pg from 'pg';
import type { QueryResultRow } from 'pg';
import type { Statement } from './statement.js';

/** A statement with what it is given. */
export interface Call {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

export const call = (statement: Statement, values: readonly unknown[] = []): Call => ({ statement, values });

/** How a column is read. */
interface Column {
  name: string;
  parse: (text: string) => unknown;
}

/** What pg's connection offers to whoever submits to it. */
interface Wire {
  /** By name: PostgreSQL knows them on this connection. */
  parsedStatements: Record<string, string>;
  stream: { cork: () => void; uncork: () => void };
  parse(statement: Statement): void;
  bind(bound: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  describe(asked: { type: 'P'; name: string }): void;
  execute(asked: { portal: string; rows: number }): void;
  sync(): void;
}

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

/** The columns of statements as PostgreSQL described them on a connection: it is asked once, for they do not change. */
const described = new WeakMap<object, Map<string, readonly Column[]>>();

/**
 * Prepared statements that travel together: one message, one answer, one round trip. When one fails, PostgreSQL skips all
 * that follow it, so a `commit` behind a log row never happens without it. A query of pg (`Submittable`).
 */
export class StatementFlight {
  /** Of each statement that has succeeded. */
  readonly rows: QueryResultRow[][] = [];
  readonly landed: Promise<QueryResultRow[][]>;
  private land!: (rows: QueryResultRow[][]) => void;
  private fail!: (error: Error) => void;
  private known = new Map<string, readonly Column[]>();
  private columns: readonly Column[] | undefined;
  private found: QueryResultRow[] = [];

  constructor(readonly calls: readonly Call[]) {
    this.landed = new Promise((resolve, reject) => {
      this.land = resolve;
      this.fail = reject;
    });
  }

  /** What pg notes as prepared when PostgreSQL says that it has parsed: the statement whose turn it is. */
  get name(): string | undefined {
    return this.calls[this.rows.length]?.statement.name;
  }
  get text(): string | undefined {
    return this.calls[this.rows.length]?.statement.text;
  }

  submit(connection: object): void {
    const wire = connection as Wire;
    this.known = described.get(connection) ?? new Map<string, readonly Column[]>();
    described.set(connection, this.known);
    const sent = new Set<string>();
    wire.stream.cork();
    try {
      for (const { statement, values } of this.calls) {
        const { name } = statement;
        if (!(name in wire.parsedStatements) && !sent.has(name)) wire.parse(statement);
        sent.add(name);
        wire.bind({ statement: name, values, valueMapper: prepareValue });
        if (!this.known.has(name)) wire.describe({ type: 'P', name: '' });
        wire.execute({ portal: '', rows: 0 });
      }
    } catch (error) {
      // A value that cannot be written: what was sent before it is answered, and the transaction is its caller's to end.
      this.fail(error as Error);
    } finally {
      wire.sync();
      wire.stream.uncork();
    }
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: pg.types.getTypeParser(dataTypeID, 'text') as Column['parse'],
    }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: QueryResultRow = {};
    const columns = this.columnsOfThis();
    for (let index = 0; index < columns.length; index += 1) {
      const { name, parse } = columns[index] as Column;
      const text = fields[index];
      row[name] = text === null || text === undefined ? null : parse(text);
    }
    this.found.push(row);
  }

  handleCommandComplete(): void {
    if (this.name) this.known.set(this.name, this.columnsOfThis());
    this.rows.push(this.found);
    this.found = [];
    this.columns = undefined;
  }

  handleReadyForQuery(): void {
    this.land(this.rows);
  }

  handleError(error: Error): void {
    this.fail(error);
  }

  private columnsOfThis(): readonly Column[] {
    return this.columns ?? this.known.get(this.name ?? '') ?? [];
  }
}

/** The rows of each call. Throws what the first that failed throws; those after it were not run. */
export const sendTogether = (
  client: Pick<pg.ClientBase, 'query'>,
  calls: readonly Call[],
): Promise<QueryResultRow[][]> => client.query(new StatementFlight(calls)).landed;
