import { SqlMigration } from './sql-migration.js';

export class After1764000000018 extends SqlMigration {
  readonly name = 'After1764000000018';
  protected readonly file = '1764000000018-after.sql';
}
