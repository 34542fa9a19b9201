import { isAlias, isMap, isNode, isPair, isScalar, Scalar, visit } from 'yaml';
import type { Document, Node, YAMLError, YAMLMap } from 'yaml';

/** Whatever version and tags the text asks for: 1.1 has other words, and keys that merge maps. */
export const asPlain = {
  ...{ schema: 'core', resolveKnownTags: false, merge: false },
  ...{ prettyErrors: false, uniqueKeys: false },
} as const;

export type Refused = {
  readonly offset: number;
  readonly message: string;
  /** It was taken out of the value. */
  readonly isGone?: boolean;
};

/** What the parser found wrong. */
export const inOurWords = (
  { code, message, pos: [offset] }: YAMLError,
  document: Document,
): Refused => {
  if (code === 'TAG_RESOLVE_FAILED')
    return { offset, message: 'Nothing has a tag in a playbook: leave it out' };
  if (code === 'MULTIPLE_DOCS')
    return { offset, message: 'A playbook is one document: leave out what begins here' };
  const begins = message.startsWith('Missing closing') ? quoteUpTo(offset, document) : undefined;
  return { offset: begins ?? offset, message: `This is not YAML: ${message}` };
};

/** Where the quote begins that was never closed, so that all up to here was taken for its text. */
const quoteUpTo = (end: number, document: Document): number | undefined => {
  let begins: number | undefined;
  visit(document, {
    Scalar: (_key, { range }) => {
      if (range && range[0] < end && end <= range[1]) begins = range[0];
    },
  });
  return begins;
};

/** Takes out what would refer to something else, or could be told apart from nothing. */
export const withoutReferences = (document: Document): Refused[] => {
  const refused: Refused[] = [];
  visit(document, (_key, node) => {
    if (isAlias(node)) {
      refused.push({ ...here(node, `${noReferences}: write it out here`), isGone: true });
      return nothingAt(node);
    }
    if (isNode(node) && node.anchor !== undefined)
      refused.push(here(node, `${noReferences}: leave the anchor out`));
    if (isMap(node)) refused.push(...withoutRepeats(node));
    if (!isPair(node) || (isScalar(node.key) && typeof node.key.value === 'string')) return;
    refused.push({ ...here(node.key, 'A key is a word: put quotes around it'), isGone: true });
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

/** The first of them stays, so that what is said of the value is said of where it stands. */
const withoutRepeats = (map: YAMLMap): Refused[] => {
  const known = new Set<unknown>();
  const refused: Refused[] = [];
  map.items = map.items.filter(({ key }) => {
    const name = isScalar(key) ? key.value : key;
    const isKnown = known.has(name);
    known.add(name);
    if (isKnown) refused.push(here(key, `${String(name)} is said twice: leave one of them out`));
    return !isKnown;
  });
  return refused;
};

const here = (node: unknown, message: string): Refused => ({ offset: startOf(node) ?? 0, message });

/** The offset in the text. */
export const startOf = (value: unknown): number | undefined =>
  isNode(value) ? value.range?.[0] : undefined;
