/** An incident has the checks of its playbook, and those that were added to it. */
export { check, lookAt, maxChecks, plannedChecks, title } from '../../../playbook/domain/fields.js';
export type { PlannedCheck } from '../../../playbook/domain/fields.js';
