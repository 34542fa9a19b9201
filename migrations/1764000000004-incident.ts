import { SqlMigration } from './sql-migration.js';

export class Incident1764000000004 extends SqlMigration {
  readonly name = 'Incident1764000000004';
  protected readonly file = '1764000000004-incident.sql';
}
