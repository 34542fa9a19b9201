import { SqlMigration } from './sql-migration.js';

export class DueClaims1764000000016 extends SqlMigration {
  readonly name = 'DueClaims1764000000016';
  protected readonly file = '1764000000016-due-claims.sql';
}
