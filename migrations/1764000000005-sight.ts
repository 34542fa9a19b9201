import { SqlMigration } from './sql-migration.js';

export class Sight1764000000005 extends SqlMigration {
  readonly name = 'Sight1764000000005';
  protected readonly file = '1764000000005-sight.sql';
}
