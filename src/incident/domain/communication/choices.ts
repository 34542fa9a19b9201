import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';
import { updateAudience } from '../choices.js';
import type { UpdateAudience } from '../choices.js';

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

export const updateMoment = choice('UpdateMoment', 'At what point an update is written', {
  FIRST: 'Nothing was published for the audience yet',
  PROGRESS: 'It goes on',
  CONTAINED: 'Users are no longer hurt, and the cause may still be there',
  RESOLVED: 'The response is over',
});
export type UpdateMoment = ValueOf<typeof updateMoment>;
export const moments = Object.keys(updateMoment.values) as UpdateMoment[];

export const audiences = Object.keys(updateAudience.values) as UpdateAudience[];

/** The audiences outside of the organization. */
export const publicAudiences: readonly UpdateAudience[] = ['STATUS_PAGE', 'CUSTOMERS'];
