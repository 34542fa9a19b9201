import { SqlMigration } from './sql-migration.js';

export class Organization1764000000003 extends SqlMigration {
  readonly name = 'Organization1764000000003';
  protected readonly file = '1764000000003-organization.sql';
}
