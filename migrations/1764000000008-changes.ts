import { SqlMigration } from './sql-migration.js';

export class Changes1764000000008 extends SqlMigration {
  readonly name = 'Changes1764000000008';
  protected readonly file = '1764000000008-changes.sql';
}
