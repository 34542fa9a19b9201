import { SqlMigration } from './sql-migration.js';

export class Log1764000000012 extends SqlMigration {
  readonly name = 'Log1764000000012';
  protected readonly file = '1764000000012-log.sql';
}
