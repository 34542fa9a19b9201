import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.js';
import type { Results } from './results.js';
import { inWords } from './table.js';

const resultsFile = join(packageRoot, 'bench', 'results', 'append.json');
const documentation = join(packageRoot, 'docs', 'benchmarks.md');
const place = /(<!-- results of append -->\n).*(\n<!-- end of results -->)/s;

/** Keeps a whole run in bench/results, and its table in the documentation. */
export const keep = async (results: Results): Promise<void> => {
  await mkdir(dirname(resultsFile), { recursive: true });
  await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  const page = await readFile(documentation, 'utf8');
  if (!place.test(page)) throw new Error('docs/benchmarks.md has no place for the results');
  const filled = page.replace(place, (_, begin: string, end: string) =>
    [begin, inWords(results), end].join('\n'),
  );
  await writeFile(documentation, filled);
};
