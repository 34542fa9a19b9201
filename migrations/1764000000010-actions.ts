import { SqlMigration } from './sql-migration.js';

export class Actions1764000000010 extends SqlMigration {
  readonly name = 'Actions1764000000010';
  protected readonly file = '1764000000010-actions.sql';
}
