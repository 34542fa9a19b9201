import { SqlMigration } from './sql-migration.js';

export class ReferencesAndHelp1764000000007 extends SqlMigration {
  readonly name = 'ReferencesAndHelp1764000000007';
  protected readonly file = '1764000000007-references-and-help.sql';
}
