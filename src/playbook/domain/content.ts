import { list, optional, record, text } from '../../kernel/field.js';
import type { DataOf } from '../../kernel/field.js';
import { audiences, guardrail, moments, nudge, severities } from './choices.js';
import type { Guardrail, GuardrailMode, Nudge, Severity, UpdateAudience } from './choices.js';
import * as fields from './fields.js';

const guardrails = Object.keys(guardrail.values) as Guardrail[];
export type TimedNudge = Exclude<Nudge, 'SILENCE'>;
const isTimed = (one: string): one is TimedNudge => one !== 'SILENCE';
const timedNudges = Object.keys(nudge.values).filter(isTimed);
export const kinds = { guardrails, timedNudges, audiences } as const;

export const contentFields = {
  title: text('What the playbook is called, in one line', 100),
  description: optional(text('Whom it is for, and what it is about', 2_000)),
  appliesTo: list('The incidents that it is chosen for by itself', fields.rule, 20),
  checks: fields.plannedChecks,
  suggestions: list('What to try to contain, in order', fields.suggestion, 20),
  guardrails: list('How each guardrail is set', fields.guardrailSetting, 50),
  clocks: list('When people are reminded', fields.clockSetting, 50),
  windows: fields.windows,
  templates: list(
    'Texts that updates are drafted from; the first that fits is taken',
    fields.template,
    audiences.length * moments.length * severities.length,
  ),
};
/** All that a version of a playbook says. */
export const content = record(
  'PlaybookContent',
  'All that a version of a playbook says',
  contentFields,
);
export type PlaybookContent = DataOf<typeof contentFields>;
export type PlaybookRule = PlaybookContent['appliesTo'][number];
export type PlaybookSuggestion = PlaybookContent['suggestions'][number];
export type PlaybookTemplate = PlaybookContent['templates'][number];
export type PlaybookWindows = PlaybookContent['windows'];
export type { PlannedCheck } from './fields.js';

export type BySeverity<T> = Readonly<Record<Severity, T>>;
/** Minutes; null: never. */
export type Minutes = number | null;

/** The minutes of a clock, or of the silence of an audience; undefined if nothing is said of it. */
export const minutesOf = (
  { clocks }: Pick<PlaybookContent, 'clocks'>,
  nudge: Nudge,
  audience?: UpdateAudience,
): BySeverity<Minutes> | undefined => {
  const found = clocks.find((one) => one.nudge === nudge && one.audience === audience);
  return found && bySeverity((severity) => found.minutes[severity] ?? null);
};

export const modesOf = (
  { guardrails: settings }: Pick<PlaybookContent, 'guardrails'>,
  guardrail: Guardrail,
): BySeverity<GuardrailMode> | undefined =>
  settings.find((one) => one.guardrail === guardrail)?.modes;

export const bySeverity = <T>(valueAt: (severity: Severity) => T): BySeverity<T> => ({
  SEV1: valueAt('SEV1'),
  SEV2: valueAt('SEV2'),
  SEV3: valueAt('SEV3'),
  SEV4: valueAt('SEV4'),
  SEV5: valueAt('SEV5'),
});

/** As payloads have it, in which never is absent. */
export const minutesField = (minutes: BySeverity<Minutes>): Partial<BySeverity<number>> =>
  Object.fromEntries(Object.entries(minutes).filter(([, value]) => value !== null));

/** Undefined and absent are one, as are lists in the same order: what is stored is compared. */
export const saysTheSame = (one: PlaybookContent, other: PlaybookContent): boolean =>
  canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
