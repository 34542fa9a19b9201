/** A tag of a template; `start` to `end` is what it takes out of the text. */
export type Tag = {
  readonly text: string;
  readonly at: number;
  readonly start: number;
  readonly end: number;
} & (
  | { readonly kind: 'variable' | 'close'; readonly name: string }
  | { readonly kind: 'section'; readonly name: string; readonly isInverted: boolean }
  | { readonly kind: 'unreadable'; readonly name: null }
);

/** Two braces that begin none of our tags (a partial, a comment, three braces) are found too. */
const tag = /\{\{([#^/]?)\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}|\{\{/g;

/** The tags of a template, in order. */
export const tagsOf = (source: string): readonly Tag[] =>
  [...source.matchAll(tag)].map(({ 0: text, 1: sign = '', 2: name, index: at }) => {
    const place = { text, at, start: at, end: at + text.length };
    if (name === undefined) return { ...place, kind: 'unreadable', name: null };
    if (sign === '') return { ...place, kind: 'variable', name };
    const lines = { ...place, ...wholeLine(source, place) };
    return sign === '/'
      ? { ...lines, kind: 'close', name }
      : { ...lines, kind: 'section', name, isInverted: sign === '^' };
  });

type Stretch = { readonly start: number; readonly end: number };

/** The whole line if the tag stands alone on it, else the tag. */
const wholeLine = (source: string, { start, end }: Stretch): Stretch => {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const [rest] = /^[ \t]*(?:\n|$)/.exec(source.slice(end)) ?? [];
  const isAlone = rest !== undefined && source.slice(lineStart, start).trim() === '';
  return isAlone ? { start: lineStart, end: end + rest.length } : { start, end };
};
