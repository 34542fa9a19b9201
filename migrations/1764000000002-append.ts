import { SqlMigration } from './sql-migration.js';

export class Append1764000000002 extends SqlMigration {
  readonly name = 'Append1764000000002';
  protected readonly file = '1764000000002-append.sql';
}
