import type { AnyEvent } from '../../kernel/event.js';
import type { Field, Fields } from '../../kernel/field.js';
import { incidentEvents, type IncidentEvent } from '../domain/events.js';
import { textFieldOf } from '../domain/log/events.js';

/** What is longer than any note, such as the excerpt of a log, is searched at its beginning only. */
const longestWhole = 20_000;
const beginning = 2_000;

/** Text as search compares it: case, accents and the way letters are encoded do not matter. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

/** What comes from the playbook says nothing of the incident, and would be found in every one. */
const fromPlaybook: Readonly<Partial<Record<string, readonly string[]>>> = {
  IncidentDeclared: ['playbook', 'checks'],
};

/** What an entry is found by. */
export type Words = {
  /** What it says, in which an amended text takes its place. */
  readonly words: string;
  /** What an amended text leaves alone, such as the link that a caption is about. */
  readonly fixedWords: string;
};

export const wordsOf = (event: IncidentEvent): Words => {
  const { data, type }: AnyEvent = event;
  const said = textFieldOf(type);
  const fields: Fields = incidentEvents[event.type].data;
  const all = Object.entries(fields)
    .filter(([name]) => fromPlaybook[type]?.includes(name) !== true)
    .map(([name, field]) => ({
      isSaid: said === undefined || said === name,
      texts: textsOf(field, data[name]),
    }));
  const joined = (isSaid: boolean) =>
    folded(
      all
        .filter((one) => one.isSaid === isSaid)
        .flatMap(({ texts }) => texts)
        .join(' '),
    );
  return { words: joined(true), fixedWords: joined(false) };
};

/** The texts and choices in a field, but for those that are not to be read. */
const textsOf = (field: Field, value: unknown): readonly string[] => {
  const isKept = field.personalTo === undefined && field.withheld !== true;
  if (value === undefined || !isKept) return [];
  switch (field.kind) {
    case 'text':
      return [searched(field.max, value as string)];
    case 'choice':
      return [value as string];
    case 'record':
      return Object.entries(field.fields).flatMap(([name, inner]) =>
        textsOf(inner, (value as Readonly<Record<string, unknown>>)[name]),
      );
    case 'list':
      return (value as readonly unknown[]).flatMap((one) => textsOf(field.of, one));
    case 'integer':
    case 'flag':
    case 'instant':
    case 'duration':
    case 'id':
      return [];
  }
};

const searched = (max: number, text: string): string =>
  max > longestWhole ? text.slice(0, beginning).toWellFormed() : text;
