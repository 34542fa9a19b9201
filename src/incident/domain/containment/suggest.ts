import { nearestTarget } from '../../../kernel/target.js';
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

const mostOfAKind = 3;

/**
 * What to try next to contain, in the order of the playbook; what is known not to help comes
 * last. None once contained or over, and none that is under way already.
 */
export const suggest = (situation: Situation): readonly Suggestion[] => {
  if (situation.phase !== 'INVESTIGATING') return [];
  const ideas = [
    ...rollbacks(situation),
    ...disabledFeatures(situation),
    ...aroundOrInFront(situation),
  ];
  const suggestions = ideas.flatMap((idea) => weighed(idea, situation.attempts));
  return [
    ...suggestions.filter(({ tried }) => tried === null),
    ...suggestions.filter(({ tried }) => tried !== null),
  ];
};

const rollbacks = ({ suspects }: Situation): Idea[] =>
  [
    ...suspects.filter(({ status }) => status === 'IMPLICATED'),
    ...suspects.filter(({ status }) => status === 'SUSPECT'),
  ]
    .slice(0, mostOfAKind)
    .map(({ change, status, service, title, secondsBefore }) => ({
      kind: 'ROLLBACK',
      why: `"${title}"${nearness(secondsBefore)} is ${guilt[status]}`,
      target: service === null ? null : targetOf('service', service),
      change,
    }));

const guilt: Readonly<Record<Suspect['status'], string>> = {
  SUSPECT: 'a suspect',
  IMPLICATED: 'held to be the cause',
};

const nearness = (seconds: number | null): string => {
  if (seconds === null) return '';
  const minutes = Math.round(Math.abs(seconds) / 60);
  const much = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return `, made ${much} ${seconds < 0 ? 'after' : 'before'} the impact began,`;
};

const disabledFeatures = ({ features }: Situation): Idea[] =>
  features.length === 0
    ? [
        {
          kind: 'FEATURE_DISABLE',
          why: 'If one feature or flag does the harm, users can do without it for a while',
          target: null,
          change: null,
        },
      ]
    : features.slice(0, mostOfAKind).map((feature) => ({
        kind: 'FEATURE_DISABLE',
        why: `"${feature}" is affected, and users may be better off without it for a while`,
        target: targetOf('feature', feature),
        change: null,
      }));

const aroundOrInFront = ({ service }: Situation): Idea[] => {
  const target = service === null ? null : targetOf('service', service);
  const what = service ?? 'what is broken';
  return [
    {
      kind: 'REROUTE',
      why: `Traffic that does not reach ${what} is not hurt by it`,
      target,
      change: null,
    },
    {
      kind: 'MAINTENANCE_PAGE',
      why: `If nothing else helps, a page that says so is better than errors of ${what}`,
      target,
      change: null,
    },
  ];
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
