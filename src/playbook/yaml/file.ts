import type { Guardrail, GuardrailMode, Severity, UpdateAudience } from '../domain/choices.js';
import type {
  PlannedCheck,
  PlaybookRule,
  PlaybookSuggestion,
  PlaybookTemplate,
  PlaybookWindows,
  TimedNudge,
} from '../domain/content.js';

/** 256 KiB of UTF-8. */
export const maxBytes = 2 ** 18;

/** One value at all severities, or a usual one and what differs. */
export type Spread<T> = T | ({ readonly default: T } & Partial<Readonly<Record<Severity, T>>>);
/** In whole minutes. */
export type FileMinutes = number | 'never';

type Part<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** A playbook as people write it: what the JSON schema lets through. */
export type PlaybookFile = {
  readonly name?: string;
  readonly title: string;
  readonly description?: string;
  readonly appliesTo?: readonly Partial<PlaybookRule>[];
  readonly checks: readonly Part<PlannedCheck, 'lookAt'>[];
  readonly suggestions?: readonly PlaybookSuggestion[];
  readonly guardrails?: Partial<Readonly<Record<Guardrail, Spread<GuardrailMode>>>>;
  readonly clocks?: Partial<Readonly<Record<TimedNudge, Spread<FileMinutes>>>>;
  readonly silence?: Partial<Readonly<Record<UpdateAudience, Spread<FileMinutes>>>>;
  readonly windows?: Partial<PlaybookWindows>;
  readonly templates?: readonly Part<PlaybookTemplate, 'severities'>[];
};
