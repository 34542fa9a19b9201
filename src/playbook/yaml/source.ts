import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
} from 'yaml';
import type { Document, Node, Pair } from 'yaml';

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
    return read(text);
  } catch (error) {
    // What is nested thousands deep takes more of the stack than there is.
    if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
    return tooDeep;
  }
};

const tooDeep: Source = {
  ...{ value: undefined, isBroken: true },
  problems: [{ line: 1, column: 1, path: '', message: 'This is nested too deep to be read' }],
  problemAt: (path, message) => ({ line: 1, column: 1, path: path.join('.'), message }),
  problemIn: (path, message) => ({ line: 1, column: 1, path: path.join('.'), message }),
};

const read = (text: string): Source => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    ...at(pos[0]),
    path: '',
    message: `This is not YAML: ${message}`,
  }));
  const refused = withoutReferences(document).map(({ offset, message }) => ({
    ...{ ...at(offset), path: '', message },
  }));
  const root = document.contents;
  return {
    value: syntax.length > 0 ? undefined : document.toJS(),
    problems: [...syntax, ...refused],
    isBroken: syntax.length > 0,
    problemAt: (path, message, key) => ({
      ...at(offsetOf(root, path, key)),
      path: [...path, ...(key === undefined ? [] : [key])].join('.'),
      message,
    }),
    problemIn: (path, message, within) => ({
      ...placeWithin(nodeAt(root, path), within, { text, at }),
      path: path.join('.'),
      message,
    }),
  };
};

type Refused = { readonly offset: number; readonly message: string };

/** Takes out what would refer to something else, or could be told apart from nothing. */
const withoutReferences = (document: Document): Refused[] => {
  const refused: Refused[] = [];
  visit(document, (_key, node) => {
    if (isAlias(node)) {
      refused.push(here(node, `${noReferences}: write it out here`));
      return nothingAt(node);
    }
    if (isNode(node) && node.anchor !== undefined)
      refused.push(here(node, `${noReferences}: leave the anchor out`));
    if (isMap(node)) refused.push(...repeated(node.items));
    if (!isPair(node) || (isScalar(node.key) && typeof node.key.value === 'string')) return;
    refused.push(here(node.key, 'A key is a word: put quotes around it'));
    return visit.REMOVE;
  });
  return refused;
};

const noReferences = 'Nothing is referred to in a playbook';

const nothingAt = ({ range }: Node): Scalar => {
  const nothing = new Scalar(null);
  if (range) nothing.range = range;
  return nothing;
};

const repeated = (items: readonly Pair[]): Refused[] => {
  const known = new Set<unknown>();
  return items.flatMap(({ key }) => {
    const name = isScalar(key) ? key.value : key;
    const isKnown = known.has(name);
    known.add(name);
    return isKnown ? [here(key, `${String(name)} is said twice: leave one of them out`)] : [];
  });
};

const here = (node: unknown, message: string): Refused => ({ offset: startOf(node) ?? 0, message });

const startOf = (value: unknown): number | undefined =>
  isNode(value) ? value.range?.[0] : undefined;

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

type Place = { readonly line: number; readonly column: number };

/** Exact in a block of lines (`|`); elsewhere the text begins there. */
const placeWithin = (
  node: unknown,
  within: Place,
  { text, at }: { readonly text: string; readonly at: (offset: number) => Place },
): Place => {
  const start = at(startOf(node) ?? 0);
  if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL) return start;
  const line = start.line + within.line;
  const said = String(node.value).split('\n')[within.line - 1] ?? '';
  const indent = Math.max((text.split('\n')[line - 1] ?? '').indexOf(said), 0);
  return { line, column: indent + within.column };
};
