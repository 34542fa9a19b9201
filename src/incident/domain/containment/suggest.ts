import { nearestTarget } from '../../../kernel/target.js';
import type { SuggestionSubject } from '../../../playbook/domain/choices.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import { parseTemplate, renderTemplate } from '../../../playbook/domain/template.js';
import type { TemplateValues } from '../../../playbook/domain/template.js';
import { suggestionVariables } from '../../../playbook/domain/variables.js';
import type { ActionKind, ActionOutcome, Phase } from '../choices.js';

/** A change that may have brought the incident about. */
export type Suspect = {
  readonly change: string;
  readonly status: 'SUSPECT' | 'IMPLICATED';
  readonly service: string | null;
  readonly title: string;
  /** Before the impact began, as far as is known; negative if it was made later. */
  readonly secondsBefore: number | null;
};

/** An action of this incident that was started. */
export type Attempt = {
  readonly target: string;
  readonly kind: ActionKind;
  /** Null while it is open. */
  readonly outcome: ActionOutcome | null;
};

export type Situation = {
  readonly phase: Phase;
  readonly service: string | null;
  /** The affected features by name; none while they are not known, or if it is the whole app. */
  readonly features: readonly string[];
  /** Nearest to the beginning of the impact first. */
  readonly suspects: readonly Suspect[];
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
};

export type Suggestion = {
  readonly kind: ActionKind;
  /** One sentence. */
  readonly why: string;
  /** What to do it to, if that is known. */
  readonly target: string | null;
  /** The change to undo, if it is about one. */
  readonly change: string | null;
  /** How many actions of this kind there were on the target, or at all if none is named. */
  readonly earlierAttempts: number;
  /** How the latest of them that changed nothing, or made things worse, ended. */
  readonly tried: 'NO_EFFECT' | 'MADE_WORSE' | null;
};

type Idea = Pick<Suggestion, 'kind' | 'why' | 'target' | 'change'>;
/** What an action is suggested for, and what its reason may name. */
type Subject = Pick<Suggestion, 'target' | 'change'> & { readonly values: TemplateValues };

const mostOfAKind = 3;

/**
 * What to try next to contain, in the order of the playbook; what is known not to help comes
 * last. None once contained or over, and none that is under way already.
 */
export const suggest = (
  situation: Situation,
  { suggestions: planned }: Pick<Playbook, 'suggestions'>,
): readonly Suggestion[] => {
  if (situation.phase !== 'INVESTIGATING') return [];
  const ideas = planned.flatMap(({ kind, of, why }) =>
    subjects[of](situation).map(({ values, ...about }): Idea => {
      return { kind, why: sentence(why, of, values), ...about };
    }),
  );
  const suggestions = ideas.flatMap((idea) => weighed(idea, situation.attempts));
  return [
    ...suggestions.filter(({ tried }) => tried === null),
    ...suggestions.filter(({ tried }) => tried !== null),
  ];
};

const sentence = (why: string, of: SuggestionSubject, values: TemplateValues): string => {
  const parsed = parseTemplate(why, Object.keys(suggestionVariables[of]));
  return 'problems' in parsed ? why : renderTemplate(parsed.template, values);
};

const changes = ({ suspects }: Situation): Subject[] =>
  [
    ...suspects.filter(({ status }) => status === 'IMPLICATED'),
    ...suspects.filter(({ status }) => status === 'SUSPECT'),
  ]
    .slice(0, mostOfAKind)
    .map(({ change, status, service, title, secondsBefore }) => ({
      target: service === null ? null : targetOf('service', service),
      change,
      values: { change: title, nearness: nearness(secondsBefore), standing: standing[status] },
    }));

const standing: Readonly<Record<Suspect['status'], string>> = {
  SUSPECT: 'a suspect',
  IMPLICATED: 'held to be the cause',
};

const nearness = (seconds: number | null): string | undefined => {
  if (seconds === null) return undefined;
  const minutes = Math.round(Math.abs(seconds) / 60);
  const much = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return `${much} ${seconds < 0 ? 'after' : 'before'}`;
};

const features = ({ features: names }: Situation): Subject[] =>
  names.length === 0
    ? [{ target: null, change: null, values: {} }]
    : names.slice(0, mostOfAKind).map((feature) => ({
        target: targetOf('feature', feature),
        change: null,
        values: { feature },
      }));

const services = ({ service }: Situation): Subject[] => [
  {
    target: service === null ? null : targetOf('service', service),
    change: null,
    values: { service: service ?? undefined },
  },
];

const subjects: Readonly<Record<SuggestionSubject, (situation: Situation) => Subject[]>> = {
  CHANGE: changes,
  FEATURE: features,
  SERVICE: services,
};

/** Null if nothing is left of the name: a folder alone is no target. */
const targetOf = (folder: string, name: string): string | null => {
  const target = nearestTarget(`${folder}/${name.replaceAll('/', '-')}`);
  return target?.includes('/') === true ? target : null;
};

const weighed = (idea: Idea, attempts: readonly Attempt[]): Suggestion[] => {
  const earlier = attempts.filter(
    ({ kind, target }) => kind === idea.kind && (idea.target === null || target === idea.target),
  );
  if (earlier.some(({ outcome }) => outcome === null)) return [];
  const failed = earlier.map(({ outcome }) => outcome).filter((outcome) => isNoHelp(outcome));
  return [{ ...idea, earlierAttempts: earlier.length, tried: failed.at(-1) ?? null }];
};

const isNoHelp = (outcome: ActionOutcome | null): outcome is 'NO_EFFECT' | 'MADE_WORSE' =>
  outcome === 'NO_EFFECT' || outcome === 'MADE_WORSE';
