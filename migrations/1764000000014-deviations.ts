import { SqlMigration } from './sql-migration.js';

export class Deviations1764000000014 extends SqlMigration {
  readonly name = 'Deviations1764000000014';
  protected readonly file = '1764000000014-deviations.sql';
}
