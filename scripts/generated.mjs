// Writes what is made from the code, schema.gql and docs/events.md; with --check it writes
// nothing, and fails if one of them is not what the code says. Takes a build.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsPage } from './events-page.mjs';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');

const schema = spawnSync(
  process.execPath,
  [join(root, 'dist/src/main.js'), 'schema', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
if (schema.status !== 0) process.exit(schema.status ?? 1);

const page = join(root, 'docs', 'events.md');
const before = readFileSync(page, 'utf8');
const after = await eventsPage(before);
if (check && before !== after) {
  console.error('docs/events.md is not what the code says: npm run schema');
  process.exit(1);
}
if (!check) writeFileSync(page, after);
