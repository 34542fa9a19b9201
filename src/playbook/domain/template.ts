import { tagsOf } from './template-tags.js';
import type { Tag } from './template-tags.js';

/** What is wrong with a template, and where: lines and columns count from 1. */
export type TemplateProblem = {
  readonly message: string;
  /** The variable that it is about; null if the tag names none. */
  readonly variable: string | null;
  readonly line: number;
  readonly column: number;
};

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | {
      readonly kind: 'section';
      readonly name: string;
      /** Shown when the variable has no value. */
      readonly isInverted: boolean;
      readonly parts: readonly Part[];
    };

/** A text with places for values, ready to be rendered. */
export type Template = readonly Part[];

export type ParsedTemplate =
  { readonly template: Template } | { readonly problems: readonly TemplateProblem[] };

type Section = { readonly opened: Tag; readonly parts: Part[] };

/**
 * Reads a subset of Mustache without logic: `{{variable}}`, and the sections
 * `{{#variable}}...{{/variable}}` and `{{^variable}}...{{/variable}}`, shown when the variable
 * has a value, or has none. A section's tag alone on a line leaves no line behind.
 */
export const parseTemplate = (source: string, known: readonly string[]): ParsedTemplate => {
  const problems: TemplateProblem[] = [];
  const open: Section[] = [];
  const whole: Part[] = [];
  const inner = (): Part[] => open.at(-1)?.parts ?? whole;
  const complain = (message: string, { name, at }: Tag) =>
    problems.push({ message, variable: name, ...placeOf(at, source) });

  const end = tagsOf(source).reduce((from, tag) => {
    if (tag.start > from) inner().push({ kind: 'text', text: source.slice(from, tag.start) });
    const problem = problemOf(tag, known, open);
    if (problem !== undefined) complain(problem, tag);
    if (tag.kind === 'section') open.push({ opened: tag, parts: [] });
    else if (tag.kind === 'variable') inner().push({ kind: 'variable', name: tag.name });
    else if (problem === undefined) close(open, whole);
    return tag.end;
  }, 0);

  if (end < source.length) inner().push({ kind: 'text', text: source.slice(end) });
  for (const { opened } of open) complain(`${opened.text} is never closed`, opened);
  return problems.length > 0 ? { problems } : { template: whole };
};

/** Undefined if the tag is right where it stands. */
const problemOf = (
  { kind, name, text }: Tag,
  known: readonly string[],
  open: readonly Section[],
): string | undefined => {
  if (kind === 'unreadable')
    return 'A tag is {{variable}}, {{#variable}}, {{^variable}} or {{/variable}}, and nothing else';
  if (kind === 'close') return misplaced(name, text, open.at(-1)?.opened);
  if (!known.includes(name)) return `There is no variable ${name}`;
  const isWithinItself = kind === 'section' && open.some(({ opened }) => opened.name === name);
  return isWithinItself ? `${text} stands within a section of ${name} itself` : undefined;
};

const misplaced = (name: string, text: string, opened: Tag | undefined): string | undefined => {
  if (opened === undefined) return `${text} closes nothing`;
  return opened.name === name ? undefined : `${text} closes nothing: ${opened.text} is open`;
};

const close = (open: Section[], whole: Part[]): void => {
  const section = open.pop();
  if (section?.opened.kind !== 'section') return;
  const { name, isInverted } = section.opened;
  (open.at(-1)?.parts ?? whole).push({ kind: 'section', name, isInverted, parts: section.parts });
};

const placeOf = (at: number, source: string): { line: number; column: number } => {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

export type TemplateValues = Readonly<Record<string, string | undefined>>;

/** The text of a template: plain, so nothing is escaped. A variable without a value leaves nothing. */
export const renderTemplate = (template: Template, values: TemplateValues): string =>
  template.map((part) => renderPart(part, values)).join('');

const renderPart = (part: Part, values: TemplateValues): string => {
  if (part.kind === 'text') return part.text;
  const value = values[part.name] ?? '';
  if (part.kind === 'variable') return value;
  return (value === '') === part.isInverted ? renderTemplate(part.parts, values) : '';
};
