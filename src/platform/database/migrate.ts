import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

/** Runs the missing migrations as bridgelog_owner, each in a transaction. Returns their names. */
export const migrate = async (
  ownerUrl: string,
  testClock: boolean,
  wanted: readonly (typeof migrations)[number][] = migrations,
): Promise<readonly string[]> => {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: 'bridgelog',
    migrations: [...wanted],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    extra: {
      application_name: 'bridgelog migrate',
      options: `-c role=bridgelog_owner -c bridgelog.create_test_clock=${testClock ? 'on' : 'off'}`,
    },
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    await source.query('grant select on bridgelog.migrations to bridgelog_app, bridgelog_worker');
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
};
