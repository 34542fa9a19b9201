import { SqlMigration } from './sql-migration.js';

export class Playbooks1764000000017 extends SqlMigration {
  readonly name = 'Playbooks1764000000017';
  protected readonly file = '1764000000017-playbooks.sql';
}
