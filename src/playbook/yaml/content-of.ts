import { severities } from '../domain/choices.js';
import type { Severity } from '../domain/choices.js';
import {
  bySeverity,
  kinds,
  minutesField,
  minutesOf,
  modesOf,
  type BySeverity,
  type Minutes,
  type PlaybookContent,
  type PlaybookTemplate,
} from '../domain/content.js';
import type { FileMinutes, PlaybookFile, Spread } from './file.js';

/** What a file says, with what it leaves out as in `usual`. */
export const contentOf = (file: PlaybookFile, usual?: PlaybookContent): PlaybookContent => ({
  title: file.title,
  ...(file.description !== undefined && { description: file.description }),
  appliesTo: (file.appliesTo ?? []).map((rule) => ({
    ...{ services: [], priority: 0, ...rule },
    ...{ severities: inOrder(rule.severities ?? []), modes: rule.modes ?? [] },
  })),
  checks: file.checks.map((check) => ({ ...check, lookAt: check.lookAt ?? [] })),
  suggestions: file.suggestions ?? usual?.suggestions ?? [],
  guardrails: kinds.guardrails.map((guardrail) => ({
    guardrail,
    modes:
      atEach(file.guardrails?.[guardrail]) ??
      (usual && modesOf(usual, guardrail)) ??
      bySeverity(() => 'OFF'),
  })),
  clocks: clocksOf(file, usual),
  windows: { ...suspicious, ...usual?.windows, ...file.windows },
  templates: templatesOf(file, usual),
});

/** Each once, the worst first: as a file that leaves them out has them all. */
const inOrder = (given: readonly Severity[]): Severity[] =>
  severities.filter((severity) => given.includes(severity));

const suspicious = { suspectsMinutes: 120, leaseMinutes: 15, offerMinutes: 5 };

const clocksOf = (
  { clocks, silence }: PlaybookFile,
  usual: PlaybookContent | undefined,
): PlaybookContent['clocks'] => {
  const minutes = (
    given: Spread<FileMinutes> | undefined,
    fallback: BySeverity<Minutes> | undefined,
  ) => minutesField(asMinutes(atEach(given)) ?? fallback ?? bySeverity(() => null));
  return [
    ...kinds.timedNudges.map((nudge) => ({
      nudge,
      minutes: minutes(clocks?.[nudge], usual && minutesOf(usual, nudge)),
    })),
    ...kinds.audiences.map((audience) => ({
      nudge: 'SILENCE' as const,
      audience,
      minutes: minutes(silence?.[audience], usual && minutesOf(usual, 'SILENCE', audience)),
    })),
  ];
};

const asMinutes = (given: BySeverity<FileMinutes> | undefined): BySeverity<Minutes> | undefined =>
  given && bySeverity((severity) => (given[severity] === 'never' ? null : given[severity]));

const atEach = <T extends string | number>(
  given: Spread<T> | undefined,
): BySeverity<T> | undefined => {
  if (given === undefined) return undefined;
  return bySeverity((severity) =>
    typeof given === 'object' ? (given[severity] ?? given.default) : given,
  );
};

/** The templates of the file, and behind them the usual ones for what they do not cover. */
const templatesOf = (
  { templates = [] }: PlaybookFile,
  usual: PlaybookContent | undefined,
): readonly PlaybookTemplate[] => {
  const own = templates.map((one) => ({
    ...one,
    severities: inOrder(one.severities ?? severities),
  }));
  const isCovered = ({ audience, moment }: PlaybookTemplate, severity: Severity) =>
    own.some(
      (one) =>
        one.audience === audience && one.moment === moment && one.severities.includes(severity),
    );
  const rest = (usual?.templates ?? []).map((one) => ({
    ...one,
    severities: one.severities.filter((severity) => !isCovered(one, severity)),
  }));
  return [...own, ...rest.filter((one) => one.severities.length > 0)];
};
