import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const ledgerTables =
  /bridgelog\.(events|streams|ledgers|append_keys|reservations|due|subject_keys|append)\b/;

/** What dependency-cruiser cannot see: who names which tables in SQL. */
describe('only the ledger', () => {
  it('names its tables', () => {
    const files = globSync('src/**/*.ts', { cwd: root }).filter(
      (file) => !file.startsWith('src/ledger/'),
    );
    const naming = files.filter((file) =>
      ledgerTables.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(naming).toEqual([]);
  });
});
