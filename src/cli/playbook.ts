import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { builtInContent } from '../playbook/built-in.js';
import type { PlaybookProblem } from '../playbook/domain/refusals.js';
import { saidIn } from '../playbook/yaml/read.js';
import { CommandFailed } from './command-failed.js';

type Options = { name?: string; json?: true };

export const playbookCommand = (): Command =>
  new Command('playbook')
    .description('Work on files of playbooks; no server or database is needed')
    .addCommand(checkCommand());

const checkCommand = (): Command =>
  new Command('check')
    .description('Say all that is wrong with the file of a playbook, line by line')
    .argument('<file>', 'the file, as YAML or JSON')
    .option('--name <name>', 'the playbook that it is for, if the file does not say it')
    .option('--json', 'one JSON document on stdout')
    .action(async (file: string, { name, json }: Options) => {
      const { problems = [] } = saidIn(await textOf(file), name, builtInContent).said;
      if (json) console.log(JSON.stringify(problems));
      else for (const problem of problems) console.log(inWords(file, problem));
      if (problems.length > 0) throw new CommandFailed(`${file} is not right.`);
      if (!json) console.log(`${file} is right.`);
    });

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFailed(`${file} cannot be read: ${String(error)}`);
  });

/** As compilers say it, so that editors find the place. */
const inWords = (file: string, { line, column, path, message }: PlaybookProblem): string =>
  `${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message}`;
