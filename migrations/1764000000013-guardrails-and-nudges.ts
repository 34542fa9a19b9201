import { SqlMigration } from './sql-migration.js';

export class GuardrailsAndNudges1764000000013 extends SqlMigration {
  readonly name = 'GuardrailsAndNudges1764000000013';
  protected readonly file = '1764000000013-guardrails-and-nudges.sql';
}
