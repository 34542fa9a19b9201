import { choice } from '../../kernel/field.js';
import type { ValueOf } from '../../kernel/field.js';

export const severity = choice('Severity', 'How badly users are hurt, worst first', {
  SEV1: 'Critical: the product is down, or data is being lost or exposed, for many users',
  SEV2: 'Major: an important feature is down or badly degraded for many users',
  SEV3: 'Moderate: a feature is degraded, or a small group of users is badly hurt',
  SEV4: 'Minor: a nuisance with a workaround',
  SEV5: 'Cosmetic, or not noticed by users yet',
});
export type Severity = ValueOf<typeof severity>;
export const severities = Object.keys(severity.values) as Severity[];

export const updateAudience = choice('UpdateAudience', 'Whom an update is written for', {
  INTERNAL: 'People within the organization',
  STATUS_PAGE: 'Everyone who reads the public status page',
  CUSTOMERS: 'Customers who are written to directly',
});
export type UpdateAudience = ValueOf<typeof updateAudience>;

export const audiences = Object.keys(updateAudience.values) as UpdateAudience[];
/** The audiences outside of the organization. */
export const publicAudiences: readonly UpdateAudience[] = ['STATUS_PAGE', 'CUSTOMERS'];

export const guardrail = choice('Guardrail', 'A rule of the playbook that a command may meet', {
  NO_COMMANDER: 'A change is started while nobody commands',
  SCOPE_BEFORE_TOUCH: 'A change is started before anybody has assessed the scope',
  CHECK_OUT_OF_ORDER: 'A check is begun while an earlier one is left',
  CONTAIN_BEFORE_FIX: 'A fix is started while users are still hurt',
  CONFLICTING_ACTION: 'A change is started on a target that another open action holds',
  NOT_DIRECTED: 'A change is started by somebody else than the commander, without approval',
  ALREADY_TRIED: 'What is started has been tried on the target, without effect or for the worse',
  RESOLVE_WITHOUT_CONTAINMENT: 'The response is ended though nobody said that users are safe',
  TWO_HATS: 'The commander takes on a second role',
});
export type Guardrail = ValueOf<typeof guardrail>;

export const guardrailMode = choice('GuardrailMode', 'What happens when a command meets it', {
  OFF: 'Nothing',
  NOTE: 'The command is done, and it is put on the record',
  REASON: 'The command is refused unless a reason is given to go on',
  BLOCK: 'The command is refused unless the commander gives a reason to go on',
});
export type GuardrailMode = ValueOf<typeof guardrailMode>;

export const nudge = choice('Nudge', 'What people are reminded of when its time has come', {
  NO_COMMANDER: 'Nobody commands',
  NO_SCOPE: 'Nobody has assessed the scope',
  NO_CHECK_STARTED: 'Nobody has started a check',
  SILENCE: 'An audience has heard nothing for too long',
  UPDATE_PROMISED: 'An update was promised for now',
  STALLED: 'There has been no progress for a while',
  CALL_FOR_HELP: 'There has been no progress for long: bring in help from outside',
  LEASE_EXPIRING: 'An action is about to lose its target',
  OFFER_EXPIRING: 'An offer of command is about to expire',
  FOLLOW_UP_OVERDUE: 'A follow-up was to be done by now',
});
export type Nudge = ValueOf<typeof nudge>;

export const mode = choice('IncidentMode', 'Whether this is happening, practised or written down', {
  REAL: 'It is happening now',
  DRILL: 'An exercise: everything works as in a real incident, and is marked as practice',
  RETROSPECTIVE: 'Written down after it was over',
});
export type Mode = ValueOf<typeof mode>;

export const actionKind = choice('ActionKind', 'What is done to the target of an action', {
  ROLLBACK: 'Go back to an earlier version',
  FEATURE_DISABLE: 'Switch a feature or a flag off',
  REROUTE: 'Send traffic around it',
  MAINTENANCE_PAGE: 'Put a maintenance page in front of it',
  RESTART: 'Restart it',
  SCALE: 'Give it more or fewer instances or resources',
  FAILOVER: 'Let a replica, zone or region take over',
  CONFIG_CHANGE: 'Change its configuration',
  DEPLOY: 'Deploy a new version',
  QUERY: 'Read from it, or run a query against it',
  OTHER: 'Anything else, as the remark says',
});
export type ActionKind = ValueOf<typeof actionKind>;

export const updateMoment = choice('UpdateMoment', 'At what point an update is written', {
  FIRST: 'Nothing was published for the audience yet',
  PROGRESS: 'It goes on',
  CONTAINED: 'Users are no longer hurt, and the cause may still be there',
  RESOLVED: 'The response is over',
});
export type UpdateMoment = ValueOf<typeof updateMoment>;
export const moments = Object.keys(updateMoment.values) as UpdateMoment[];

export const suggestionSubject = choice(
  'SuggestionSubject',
  'What a playbook suggests an action for: once for each',
  {
    CHANGE: 'Each change that is suspected, and first those held to be the cause',
    FEATURE: 'Each affected feature; once, without a target, while none is known',
    SERVICE: 'The service where the incident was noticed',
  },
);
export type SuggestionSubject = ValueOf<typeof suggestionSubject>;
