import { DataSource } from 'typeorm';
import { createTestDatabase } from '../../testing/test-cluster.js';
import { ownerOptions } from './data-source.js';

describe('migrations', () => {
  it('go down to the ground and up again', async () => {
    const database = await createTestDatabase();
    const dataSource = await new DataSource(ownerOptions(database.ownerUrl)).initialize();
    const above = dataSource.migrations.length - 1;

    for (let undone = 0; undone < above; undone++) await dataSource.undoLastMigration({ transaction: 'all' });
    // The ground itself holds extensions, which only their owner, the superuser, takes away.
    const left = await dataSource.query<unknown>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'`,
    );
    const ran = await dataSource.runMigrations({ transaction: 'all' });

    expect(left).toEqual([]);
    expect(ran).toHaveLength(above);
    await dataSource.destroy();
    await database.drop();
  });
});
