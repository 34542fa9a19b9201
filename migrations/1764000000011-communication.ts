import { SqlMigration } from './sql-migration.js';

export class Communication1764000000011 extends SqlMigration {
  readonly name = 'Communication1764000000011';
  protected readonly file = '1764000000011-communication.sql';
}
