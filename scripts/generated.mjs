// Writes what is made from the code: schema.gql, docs/events.md and docs/playbook.schema.json. With
// --check it writes nothing, and fails if one of them is not what the code says. Takes a build.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format } from 'prettier';
import { playbookSchemaText } from '../dist/src/playbook/yaml/schema.js';
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
const playbook = join(root, 'docs', 'playbook.schema.json');
const made = [
  [page, await eventsPage(readFileSync(page, 'utf8'))],
  [playbook, await format(playbookSchemaText, { parser: 'json', printWidth: 100 })],
];
for (const [path, text] of made) {
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${relative(root, path)} is not what the code says: npm run schema`);
    process.exitCode = 1;
  }
}
