import { SqlMigration } from './sql-migration.js';

export class Command1764000000006 extends SqlMigration {
  readonly name = 'Command1764000000006';
  protected readonly file = '1764000000006-command.sql';
}
