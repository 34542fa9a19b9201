import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { list, optional, text } from '../../../kernel/field.js';
import { check, maxChecks, plannedChecks } from '../checks/fields.js';
import { directedIn, remark } from '../fields.js';
import { afterColon } from '../wording.js';

export const playbookEvents = {
  MovedToPlaybook: event({
    schemaVersion: 1,
    description:
      'The incident goes on by another playbook, or by another version of its own. What was done stays',
    data: {
      formerPlaybook: text('The playbook until now, with its version', 100),
      playbook: optional(text('The playbook from now on, with its version', 100)),
      checks: optional(plannedChecks),
      dropped: list(
        'The checks that nobody had begun and that are not to be done',
        check,
        maxChecks,
      ),
      directedIn,
      remark: remark('Why, or what else there is to say'),
    },
    says: (data, { actor }) =>
      `${actor} moved the incident from the playbook ${data.formerPlaybook} to ` +
      `${data.playbook ?? 'the built-in one'}${afterColon(data.remark)}`,
  }),
} satisfies EventMap;
