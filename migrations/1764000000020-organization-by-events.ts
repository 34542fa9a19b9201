import { SqlMigration } from './sql-migration.js';

export class OrganizationByEvents1764000000020 extends SqlMigration {
  readonly name = 'OrganizationByEvents1764000000020';
  protected readonly file = '1764000000020-organization-by-events.sql';
}
