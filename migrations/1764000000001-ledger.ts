import { SqlMigration } from './sql-migration.js';

export class Ledger1764000000001 extends SqlMigration {
  readonly name = 'Ledger1764000000001';
  protected readonly file = '1764000000001-ledger.sql';
}
