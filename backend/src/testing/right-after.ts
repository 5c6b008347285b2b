import type { QueryResultRow } from 'pg';
import { Database } from '../platform/database/database.js';
import type { Statement } from '../platform/database/statement.js';
import type { TestServer } from './test-server.js';

/**
 * What others do between two statements of the product: `work` is done once, after the named statement has been answered
 * and before its caller goes on. A race that would else need luck.
 */
export const rightAfter = (
  { get }: Pick<TestServer, 'get'>,
  statementName: string,
  work: () => Promise<unknown>,
): void => {
  const database = get(Database);
  const rows = database.rows.bind(database);
  const watched = async <Row extends QueryResultRow>(
    statement: Statement,
    values?: readonly unknown[],
  ): Promise<Row[]> => {
    const found = await rows<Row>(statement, values);
    if (statement.name === statementName) {
      Object.assign(database, { rows });
      await work();
    }
    return found;
  };
  Object.assign(database, { rows: watched });
};
