import { SqlMigration } from './sql-migration.js';

export class Checks1764000000009 extends SqlMigration {
  readonly name = 'Checks1764000000009';
  protected readonly file = '1764000000009-checks.sql';
}
