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

export const updateAudience = choice('UpdateAudience', 'Whom an update is written for', {
  INTERNAL: 'People within the organization',
  STATUS_PAGE: 'Everyone who reads the public status page',
  CUSTOMERS: 'Customers who are written to directly',
});
export type UpdateAudience = ValueOf<typeof updateAudience>;

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
