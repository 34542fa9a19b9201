import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const publicStatus = choice('PublicStatus', 'What readers outside are told of it', {
  INVESTIGATING: 'It is known that something is wrong, and not yet what',
  IDENTIFIED: 'The cause is known, and is being worked on',
  MONITORING: 'It seems to be over, and is being watched',
  RESOLVED: 'It is over',
});
export type PublicStatus = ValueOf<typeof publicStatus>;

export const componentStatus = choice('ComponentStatus', 'How a part of the product does', {
  OPERATIONAL: 'It works',
  DEGRADED_PERFORMANCE: 'It works, but slowly or with errors now and then',
  PARTIAL_OUTAGE: 'It does not work for some users, or in part',
  MAJOR_OUTAGE: 'It does not work',
  UNDER_MAINTENANCE: 'It is being worked on, on purpose',
});
export type ComponentStatus = ValueOf<typeof componentStatus>;

/** A playbook has templates for each of these. */
export {
  audiences,
  moments,
  publicAudiences,
  updateMoment,
} from '../../../playbook/domain/choices.js';
export type { UpdateMoment } from '../../../playbook/domain/choices.js';
