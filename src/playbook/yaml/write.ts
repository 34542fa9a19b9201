import { Document, isScalar, visit } from 'yaml';
import { severities } from '../domain/choices.js';
import type { Severity } from '../domain/choices.js';
import {
  bySeverity,
  kinds,
  minutesOf,
  modesOf,
  type BySeverity,
  type Minutes,
  type PlannedCheck,
  type PlaybookContent,
  type PlaybookRule,
} from '../domain/content.js';
import type { FileMinutes, PlaybookFile, Spread } from './file.js';

/** The file of a playbook. Read again, it says the same; it leaves nothing out. */
export const writePlaybook = (name: string, content: PlaybookContent): string => {
  const document = new Document(fileOf(name, content), { aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_key, list) => {
      list.flow = list.items.every((item) => isScalar(item) && isWord(item.value));
    },
    Map: (_key, map) => {
      map.flow = map.has('default');
    },
  });
  return document.toString({ lineWidth: 100, blockQuote: 'literal', flowCollectionPadding: false });
};

const isWord = (value: unknown): boolean => typeof value === 'string' && value.length <= 12;

/** In the order in which people read it: storage keeps none. */
const fileOf = (name: string, content: PlaybookContent): PlaybookFile => {
  const { title, description, appliesTo, windows } = content;
  return {
    ...{ name, title },
    ...(description !== undefined && { description }),
    ...(appliesTo.length > 0 && { appliesTo: appliesTo.map(ruleOf) }),
    checks: content.checks.map(checkOf),
    suggestions: content.suggestions.map(({ kind, of, why }) => ({ kind, of, why })),
    guardrails: Object.fromEntries(
      kinds.guardrails.map((one) => [
        one,
        spread(modesOf(content, one) ?? bySeverity(() => 'OFF')),
      ]),
    ),
    clocks: Object.fromEntries(
      kinds.timedNudges.map((one) => [one, minutes(minutesOf(content, one))]),
    ),
    silence: Object.fromEntries(
      kinds.audiences.map((one) => [one, minutes(minutesOf(content, 'SILENCE', one))]),
    ),
    windows: {
      suspectsMinutes: windows.suspectsMinutes,
      leaseMinutes: windows.leaseMinutes,
      offerMinutes: windows.offerMinutes,
    },
    templates: content.templates.map(({ audience, moment, severities: at, text }) => ({
      ...{ audience, moment },
      ...(at.length < severities.length && { severities: at }),
      text,
    })),
  };
};

const checkOf = ({ check, title, lookAt }: PlannedCheck): PlannedCheck => ({
  ...{ check, title },
  lookAt: lookAt.map(({ title: what, text }) => ({ title: what, text })),
});

/** What is empty holds always, and is left out. */
const ruleOf = ({ services, severities: at, modes, priority }: PlaybookRule) => ({
  ...(services.length > 0 && { services }),
  ...(at.length > 0 && { severities: at }),
  ...(modes.length > 0 && { modes }),
  priority,
});

const minutes = (of: BySeverity<Minutes> | undefined): Spread<FileMinutes> =>
  spread(bySeverity<FileMinutes>((severity) => of?.[severity] ?? 'never'));

/** One value if it is one, or the one that is most frequent and what differs. */
const spread = <T extends string | number>(of: BySeverity<T>): Spread<T> => {
  const count = (value: T) => severities.filter((severity) => of[severity] === value).length;
  const usual = severities
    .map((severity) => of[severity])
    .reduce((most, value) => (count(value) > count(most) ? value : most));
  const others = severities.filter((severity) => of[severity] !== usual);
  if (others.length === 0) return usual;
  const exceptions = Object.fromEntries(others.map((severity) => [severity, of[severity]]));
  return { default: usual, ...(exceptions as Partial<Record<Severity, T>>) };
};
