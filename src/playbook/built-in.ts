import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaybookContent } from './domain/content.js';
import { builtInName, playbookOf, type Playbook } from './domain/playbook.js';
import { readPlaybook } from './yaml/read.js';

export const builtInFile = join(import.meta.dirname, 'built-in', `${builtInName}.yaml`);

const read = readPlaybook(readFileSync(builtInFile, 'utf8'));
if ('problems' in read)
  throw new Error(
    read.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`).join('\n'),
  );

/** What playbooks say where they leave something out. */
export const builtInContent: PlaybookContent = read.content;

/** What is run where no other playbook was chosen. */
export const builtIn: Playbook = playbookOf({ name: builtInName, version: 1 }, builtInContent);
