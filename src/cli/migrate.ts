import { Command } from 'commander';
import { ConfigError, readConfig } from '../platform/config.js';
import { openDatabase } from '../platform/database/open.js';

export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('Bring the database to the state that this version needs (serve does it too)')
    .action(async () => {
      const config = readConfig(process.env);
      if (config.databaseUrl !== undefined && config.databaseOwnerUrl === undefined) {
        throw new ConfigError('Migrating takes DATABASE_OWNER_URL: a login that may change tables');
      }
      const say = (line: string) => console.error(line);
      const database = await openDatabase({ config, purpose: 'command', say });
      await database.close();
      console.log('The database is as this version needs it.');
    });
