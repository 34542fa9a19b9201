import { choice } from '../../kernel/field.js';
import type { ValueOf } from '../../kernel/field.js';
import type { Mode } from '../../playbook/domain/choices.js';

/** An incident speaks as the playbook does that it runs. */
export {
  actionKind,
  guardrail,
  mode,
  nudge,
  severity,
  updateAudience,
} from '../../playbook/domain/choices.js';
export type {
  ActionKind,
  Guardrail,
  Mode,
  Nudge,
  Severity,
  UpdateAudience,
} from '../../playbook/domain/choices.js';

/** What has happened, as opposed to what was practised. */
export const happenedModes: readonly Mode[] = ['REAL', 'RETROSPECTIVE'];

export const phase = choice('IncidentPhase', 'How far the response has come', {
  INVESTIGATING: 'Users are still hurt, as far as is known',
  CONTAINED: 'Users are no longer hurt; the cause may still be there',
  RESOLVED: 'The response is over',
  CLOSED: 'Nothing is left to do',
  DECLINED: 'It was no incident, or none of ours: the response ended there',
  MERGED: 'It is part of another incident, which goes on instead',
});
export type Phase = ValueOf<typeof phase>;

/** The phases in which work on the incident may begin. */
export const unresolved: readonly Phase[] = ['INVESTIGATING', 'CONTAINED'];

/** The phases in which an incident may still turn out to be none of its own. */
export const endable: readonly Phase[] = [...unresolved, 'RESOLVED'];

/** The phases of which nothing more comes, unless it is reopened. */
export const over: readonly Phase[] = ['CLOSED', 'DECLINED', 'MERGED'];

export const scopeExtent = choice('ScopeExtent', 'How much of the product is affected', {
  WHOLE_APP: 'The whole application',
  FEATURES: 'Only the features that are named',
});

export const scopeAudience = choice('ScopeAudience', 'Whom of the users it affects', {
  ALL_USERS: 'All users',
  SUBSET: 'Only users in the segments that are named',
});

export const segmentKind = choice('SegmentKind', 'What the users of a segment have in common', {
  ACCOUNT: 'They belong to one of these accounts',
  REGION: 'They are in, or are served from, one of these regions',
  PLAN: 'They are on one of these plans',
  OTHER: 'Anything else, in words',
});
export type SegmentKind = ValueOf<typeof segmentKind>;

export const impactStartSource = choice(
  'ImpactStartSource',
  'How it is known when users began to be hurt',
  {
    MONITORING: 'Read off metrics, logs or traces',
    REPORT: 'Told by a user or by support',
    ESTIMATE: 'A guess by a responder',
  },
);

export const actionIntent = choice('ActionIntent', 'What an action is meant to achieve', {
  CONTAIN: 'Stop users from being hurt. Claims its target',
  FIX: 'Remove the cause. Claims its target',
  DIAGNOSE: 'Find out more and change nothing. Claims nothing',
});
export type ActionIntent = ValueOf<typeof actionIntent>;

export const actionOutcome = choice('ActionOutcome', 'What came of an action', {
  WORKED: 'It did what it was meant to do',
  NO_EFFECT: 'It was carried out, and nothing changed',
  MADE_WORSE: 'It was carried out, and made things worse',
  ABANDONED: 'It was not carried out, or not to its end',
});
export type ActionOutcome = ValueOf<typeof actionOutcome>;
