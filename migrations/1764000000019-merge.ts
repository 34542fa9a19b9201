import { SqlMigration } from './sql-migration.js';

export class Merge1764000000019 extends SqlMigration {
  readonly name = 'Merge1764000000019';
  protected readonly file = '1764000000019-merge.sql';
}
