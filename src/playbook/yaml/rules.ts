import { moments, severities } from '../domain/choices.js';
import type { UpdateAudience } from '../domain/choices.js';
import { templateText, why as reason } from '../domain/fields.js';
import { parseTemplate } from '../domain/template.js';
import { suggestionVariables, updateVariables, variablesFor } from '../domain/variables.js';
import { mostProblems } from './schema-problems.js';
import type { Path, Problem, Source } from './source.js';

type Item = { readonly path: Path; readonly of: Readonly<Record<string, unknown>> };

/**
 * What a JSON schema cannot say. Parts that are not what the schema says are passed over: that
 * they are wrong is said already.
 */
export const ruleProblems = (source: Source): Problem[] => [
  ...repeatedChecks(source),
  ...repeatedSuggestions(source),
  ...badReasons(source),
  ...badTemplates(source),
  ...unusedTemplates(source),
];

const repeatedChecks = (source: Source): Problem[] =>
  repeats(itemsOf(source.value, 'checks'), ({ of }) => of['check']).map(({ path, of }) =>
    source.problemAt([...path, 'check'], `There is a check ${String(of['check'])} already`),
  );

const repeatedSuggestions = (source: Source): Problem[] => {
  const keyOf = ({ of: { kind, of } }: Item) =>
    typeof kind === 'string' && typeof of === 'string' ? `${kind} of ${of}` : undefined;
  return repeats(itemsOf(source.value, 'suggestions'), keyOf).map((item) =>
    source.problemAt(item.path, `${String(keyOf(item))} is suggested already`),
  );
};

const repeats = (items: readonly Item[], keyOf: (item: Item) => unknown): Item[] => {
  const known = new Set<unknown>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (typeof key !== 'string') return false;
    const isKnown = known.has(key);
    known.add(key);
    return isKnown;
  });
};

const badReasons = (source: Source): Problem[] =>
  itemsOf(source.value, 'suggestions').flatMap(({ path, of: { of, why } }) => {
    const variables = Object.entries(suggestionVariables).find(([subject]) => subject === of)?.[1];
    return variables === undefined || !isText(why, reason)
      ? []
      : templateProblems(source, [...path, 'why'], why, Object.keys(variables));
  });

const badTemplates = (source: Source): Problem[] =>
  itemsOf(source.value, 'templates').flatMap(({ path, of: { audience, text } }) =>
    isAudience(audience) && isText(text, templateText)
      ? templateProblems(source, [...path, 'text'], text, variablesFor(audience))
      : [],
  );

const isText = (value: unknown, { max }: { readonly max: number }): value is string =>
  typeof value === 'string' && Array.from(value).length <= max;

const isAudience = (value: unknown): value is UpdateAudience =>
  ['INTERNAL', 'STATUS_PAGE', 'CUSTOMERS'].some((one) => one === value);

const templateProblems = (
  source: Source,
  path: Path,
  text: string,
  known: readonly string[],
): Problem[] => {
  const parsed = parseTemplate(text, known);
  if (!('problems' in parsed)) return [];
  return parsed.problems.slice(0, mostProblems).map(({ message, variable, line, column }) => {
    const isUnknown = variable !== null && !known.includes(variable);
    const says = isUnknown ? `${wrongVariable(variable)}, but ${known.join(', ')}` : message;
    return source.problemIn(path, says, { line, column });
  });
};

const wrongVariable = (name: string): string =>
  Object.hasOwn(updateVariables, name)
    ? `{{${name}}} may not be named here`
    : `There is no variable ${name}`;

/** A template behind others that fit wherever it does would never be taken. */
const unusedTemplates = (source: Source): Problem[] => {
  const covered = new Set<string>();
  return itemsOf(source.value, 'templates').flatMap(({ path, of }) => {
    const { audience, moment, severities: given = severities } = of;
    if (!isAudience(audience) || !moments.some((one) => one === moment)) return [];
    if (!Array.isArray(given) || given.length === 0) return [];
    const places = given.map((severity) => [audience, moment, severity].join(' '));
    const isUnused = places.every((place) => covered.has(place));
    for (const place of places) covered.add(place);
    const message = 'Templates before it fit wherever this does: it would never be used';
    return isUnused ? [source.problemAt(path, message)] : [];
  });
};

/** The maps in the list under a key of the whole. */
const itemsOf = (value: unknown, key: string): Item[] => {
  const list = isMap(value) ? value[key] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((of: unknown, index) => (isMap(of) ? [{ path: [key, index], of }] : []));
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
