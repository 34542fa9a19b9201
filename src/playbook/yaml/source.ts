import { isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar } from 'yaml';
import type { Pair } from 'yaml';
import { asPlain, inOurWords, startOf, withoutReferences, type Refused } from './plain.js';

/** What is wrong with a playbook, and where: lines and columns count from 1. */
export type Problem = {
  readonly line: number;
  readonly column: number;
  /** Keys and, from 0, places in lists: `checks.0.title`; empty for the whole. */
  readonly path: string;
  readonly message: string;
};

/** Keys and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** A text that was read as YAML: its value, and where each part of it stands. */
export type Source = {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where something stands in the text that is not in the value. */
  readonly absent: readonly Place[];
  /** Whether the value is of no use, since the text could not be read. */
  readonly isBroken: boolean;
  /** A problem with the value at this path, or with one of its keys. */
  readonly problemAt: (path: Path, message: string, key?: string) => Problem;
  /** A problem within the text at this path, whose lines and columns count from 1. */
  readonly problemIn: (
    path: Path,
    message: string,
    within: { readonly line: number; readonly column: number },
  ) => Problem;
};

/** Reads a text as plain YAML 1.2: words, numbers, lists and maps, and nothing that refers. */
export const readSource = (text: string): Source => {
  try {
    return read(text.replace(byteOrderMark, ''));
  } catch (error) {
    // What is nested thousands deep takes more of the stack than there is.
    if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
    return tooDeep;
  }
};

/** Programs put it at the beginning of a file, and no editor counts it as a column. */
const byteOrderMark = /^\uFEFF/;

const tooDeep: Source = {
  ...{ value: undefined, absent: [], isBroken: true },
  problems: [{ line: 1, column: 1, path: '', message: 'This is nested too deep to be read' }],
  problemAt: (path, message) => ({ line: 1, column: 1, path: path.join('.'), message }),
  problemIn: (path, message) => ({ line: 1, column: 1, path: path.join('.'), message }),
};

const read = (text: string): Source => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, ...asPlain });
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const complain = ({ offset, message }: Refused) => ({ ...at(offset), path: '', message });
  const wrong = [...document.errors, ...document.warnings];
  const syntax = wrong.map((error) => complain(inOurWords(error, document)));
  const refused = withoutReferences(document);
  const isBroken = document.errors.some(({ code }) => code !== 'MULTIPLE_DOCS');
  const root = document.contents;
  return {
    value: isBroken ? undefined : document.toJS(),
    problems: [...syntax, ...refused.map(complain)],
    absent: refused.filter(({ isGone }) => isGone).map(({ offset }) => at(offset)),
    isBroken,
    problemAt: (path, message, key) => ({
      ...at(offsetOf(root, path, key)),
      path: [...path, ...(key === undefined ? [] : [key])].join('.'),
      message,
    }),
    problemIn: (path, message, within) => ({
      ...placeWithin(nodeAt(root, path), within, { text, at, lineStarts: lineCounter.lineStarts }),
      path: path.join('.'),
      message,
    }),
  };
};

const pairOf = (node: unknown, key: string | number): Pair | undefined =>
  isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === String(key))
    : undefined;

const nodeAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (node, step) => (isSeq(node) ? node.items[Number(step)] : pairOf(node, step)?.value),
    root,
  );

/** Of the key that is named, or the value; of what it stands in where there is none. */
const offsetOf = (root: unknown, path: Path, key?: string): number => {
  const value = nodeAt(root, path);
  const named = key === undefined ? undefined : startOf(pairOf(value, key)?.key);
  const [last, outer] = [path.at(-1), nodeAt(root, path.slice(0, -1))];
  const ownKey = last === undefined ? undefined : startOf(pairOf(outer, last)?.key);
  const offsets = [named, isEmpty(value) ? ownKey : startOf(value), ownKey, startOf(outer)];
  return offsets.find((one) => one !== undefined) ?? 0;
};

/** Nothing is written behind the key. */
const isEmpty = (value: unknown): boolean => isScalar(value) && value.source === '';

type Place = Pick<Problem, 'line' | 'column'>;
type Lines = {
  readonly text: string;
  readonly at: (offset: number) => Place;
  /** The offset at which each line begins. */
  readonly lineStarts: readonly number[];
};

/** Exact in a block of lines (`|`); elsewhere the text begins there. */
const placeWithin = (node: unknown, within: Place, { text, at, lineStarts }: Lines): Place => {
  const start = at(startOf(node) ?? 0);
  if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL) return start;
  const line = start.line + within.line;
  const said = String(node.value).split('\n')[within.line - 1] ?? '';
  const from = lineStarts[line - 1] ?? 0;
  const indent = Math.max(text.indexOf(said, from) - from, 0);
  return { line, column: indent + within.column };
};
