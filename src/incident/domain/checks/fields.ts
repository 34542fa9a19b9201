import { list, record, text } from '../../../kernel/field.js';
import type { DataOf } from '../../../kernel/field.js';

export const maxChecks = 30;

export const check = text('The key of the check, such as `database`', 40);
export const title = text('What is checked, in a few words', 100);
export const lookAtItem = record('LookAt', 'One thing to look at in a check', {
  title: text('What to look at, in a few words', 100),
  text: text('How to look, and what bad looks like', 500),
});
export const lookAt = list('What to look at, in order', lookAtItem, 10);

const plannedFields = { check, title, lookAt };
/** A check as an incident is to run it. */
export type PlannedCheck = DataOf<typeof plannedFields>;
export const plannedChecks = list(
  'What is to be checked, in order',
  record('PlannedCheck', 'A check as the playbook has it', plannedFields),
  maxChecks,
);
