import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { packageRoot } from '../src/platform/package-root.js';

/** A migration whose text is the SQL file beside it. There is no way back: restore a backup. */
export abstract class SqlMigration implements MigrationInterface {
  abstract readonly name: string;
  /** The file in `migrations/`. */
  protected abstract readonly file: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync(join(packageRoot, 'migrations', this.file), 'utf8'));
  }

  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} has no way back: restore a backup`));
  }
}
