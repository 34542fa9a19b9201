import { builtInName } from '../domain/playbook.js';
import type { PlaybookContent } from '../domain/content.js';
import type { Said } from '../domain/rule.js';
import { contentOf } from './content-of.js';
import { maxBytes, type PlaybookFile } from './file.js';
import { ruleProblems } from './rules.js';
import { mostProblems, schemaProblems } from './schema-problems.js';
import { maxName, namePattern } from './schema.js';
import { readSource, type Problem, type Source } from './source.js';
import { writePlaybook } from './write.js';

export type ReadPlaybook =
  | { readonly name: string | undefined; readonly content: PlaybookContent }
  | { readonly problems: readonly Problem[] };

type Expected = {
  /** What is left out is as in it; the built-in playbook leaves nothing out. */
  readonly usual?: PlaybookContent;
  /** What is wrong with its name. */
  readonly wrongName?: (name: string | undefined) => string | undefined;
};

/** Reads the file of a playbook: YAML, or JSON, which is YAML. All that is wrong is found at once. */
export const readPlaybook = (text: string, expected: Expected = {}): ReadPlaybook => {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes)
    return { problems: [problem(`A playbook has at most ${maxBytes} bytes: this has ${bytes}`)] };
  const source = readSource(text);
  const problems = source.isBroken
    ? source.problems
    : [
        ...source.problems,
        ...notMissedTwice(source, [
          ...schemaProblems(source),
          ...ruleProblems(source),
          ...nameProblems(source, expected),
        ]),
      ];
  if (problems.length > 0) return { problems: inOrder(problems).slice(0, mostProblems) };
  const { name, ...file } = source.value as PlaybookFile;
  const content = contentOf(file, expected.usual);
  const written = Buffer.byteLength(writePlaybook(name ?? 'x'.repeat(maxName), content));
  return written > maxBytes ? { problems: [tooLong(written)] } : { name, content };
};

const nameProblems = ({ value, problemAt }: Source, { wrongName }: Expected): Problem[] => {
  const { name } = (value ?? {}) as { readonly name?: unknown };
  const isText = typeof name === 'string';
  const wrong = name === undefined || isText ? wrongName?.(isText ? name : undefined) : undefined;
  return wrong === undefined ? [] : [problemAt(['name'], wrong)];
};

/** What is exported can be imported. */
const tooLong = (written: number): Problem =>
  problem(
    `A playbook has at most ${maxBytes} bytes, with nothing left out: this comes to ${written}`,
  );

const problem = (message: string): Problem => ({ line: 1, column: 1, path: '', message });

/** What was taken out when it was read is not missed once more. */
const notMissedTwice = ({ absent }: Source, problems: readonly Problem[]): Problem[] => {
  const places = new Set(absent.map(({ line, column }) => `${line}:${column}`));
  return problems.filter(({ line, column }) => !places.has(`${line}:${column}`));
};

const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((one, other) => one.line - other.line || one.column - other.column);

/** What a file came to that is for the playbook of this name, or that names itself. */
export const saidIn = (
  text: string,
  given: string | undefined,
  usual: PlaybookContent,
): { readonly name: string | undefined; readonly said: Said } => {
  const wrongName = (name = given) => whyNot(name, given);
  const read = readPlaybook(text, { usual, wrongName });
  return 'problems' in read
    ? { name: given, said: read }
    : { name: read.name ?? given, said: { content: read.content } };
};

const howNamed = `1 to ${maxName} of a-z, 0-9, and hyphens between them`;
const isName = (given: string): boolean =>
  given.length <= maxName && new RegExp(namePattern).test(given);

const whyNot = (name: string | undefined, given: string | undefined): string | undefined => {
  if (name === undefined) return 'name is missing: what programs call the playbook';
  if (name === given && !isName(given)) return `${given} is no name: ${howNamed}`;
  if (name === builtInName) return `${name} comes with Bridgelog: use another name`;
  return given === undefined || name === given
    ? undefined
    : `This is for the playbook ${given}, but it says that it is ${name}`;
};
