import { SqlMigration } from './sql-migration.js';

export class Clocks1764000000015 extends SqlMigration {
  readonly name = 'Clocks1764000000015';
  protected readonly file = '1764000000015-clocks.sql';
}
