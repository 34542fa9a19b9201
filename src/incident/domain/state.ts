import type { ActionsState } from './actions/state.js';
import { initialActions } from './actions/state.js';
import type { ChecksState } from './checks/state.js';
import type { ClocksState } from './clocks/state.js';
import { initialClocks } from './clocks/state.js';
import type { CommandState } from './command/state.js';
import { initialCommand } from './command/state.js';
import type { CommunicationState } from './communication/state.js';
import { initialCommunication } from './communication/state.js';
import type { ContainmentState } from './containment/state.js';
import { initialContainment } from './containment/state.js';
import type { FollowUpsState } from './follow-ups/state.js';
import { initialFollowUps } from './follow-ups/state.js';
import type { HelpersState } from './help/state.js';
import { initialHelpers } from './help/state.js';
import type { HypothesesState } from './hypotheses/state.js';
import { initialHypotheses } from './hypotheses/state.js';
import type { LifeState } from './life/state.js';
import type { LogState } from './log/state.js';
import { initialLog } from './log/state.js';
import type { ReviewState } from './review/state.js';
import { initialReview } from './review/state.js';
import type { RolesState } from './roles/state.js';
import { initialRoles } from './roles/state.js';
import type { ReferencesState } from './references/state.js';
import { initialReferences } from './references/state.js';
import type { ScopeState } from './scope/state.js';
import { initialScope } from './scope/state.js';
import type { SightState } from './sight/state.js';
import { initialSight } from './sight/state.js';

/**
 * The head of an incident: what most decisions and the list of incidents need. It is rewritten
 * with every event, so nothing in it grows with the incident; a rule that needs to know one
 * action, check or entry is told of it in its facts.
 */
export type DeclaredIncident = { readonly status: 'declared' } & LifeState &
  SightState &
  ReferencesState &
  CommandState &
  RolesState &
  ScopeState &
  ActionsState &
  ChecksState &
  HypothesesState &
  ContainmentState &
  CommunicationState &
  LogState &
  HelpersState &
  ClocksState &
  ReviewState &
  FollowUpsState;

export type Incident = { readonly status: 'undeclared' } | DeclaredIncident;

/** A declared incident in which nothing else has happened. */
export const begun = (life: LifeState & ChecksState): DeclaredIncident => ({
  status: 'declared',
  ...life,
  ...initialSight,
  ...initialReferences,
  ...initialCommand,
  ...initialRoles,
  ...initialScope,
  ...initialActions,
  ...initialHypotheses,
  ...initialContainment,
  ...initialCommunication,
  ...initialLog,
  ...initialHelpers,
  ...initialClocks,
  ...initialReview,
  ...initialFollowUps,
});
