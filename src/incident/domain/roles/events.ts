import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { id, oneOf, optional, text } from '../../../kernel/field.js';
import { directedIn, remark } from '../fields.js';
import { afterColon } from '../wording.js';
import { incidentRole, participation } from './choices.js';
import { titleOf } from './role.js';

const incidentRoleField = oneOf('The role', incidentRole);
const subject = optional(
  text('What an expert is an expert on, or the name of a CUSTOM role; absent for others', 100),
);

export const rolesEvents = {
  RoleAssigned: event({
    schemaVersion: 1,
    description: 'Somebody was given a role in the incident',
    data: {
      member: id('The person who has the role from now on', 'mem'),
      incidentRole: incidentRoleField,
      subject,
      directedIn,
      remark: remark('What is expected of them'),
    },
    says: (data, names) =>
      `${names.actor} made ${names.of(data.member)} ${titleOf(data)}${afterColon(data.remark)}`,
  }),

  RoleReleased: event({
    schemaVersion: 1,
    description: 'Somebody no longer has a role that they had',
    data: {
      assignment: id('The event by which they were given the role', 'evt'),
      member: id('The person who had the role until now', 'mem'),
      incidentRole: incidentRoleField,
      subject,
      reassignedTo: optional(id('The person to whom the role was given instead', 'mem')),
      directedIn,
      remark: remark('Why it was released'),
    },
    says: (data, names) =>
      `${names.of(data.member)} is no longer ${titleOf(data)}` +
      (data.reassignedTo === undefined
        ? afterColon(data.remark)
        : `: ${names.of(data.reassignedTo)} takes over`),
  }),

  ResponderJoined: event({
    schemaVersion: 1,
    description: 'Somebody takes part in the incident, or takes part in another way than before',
    data: {
      member: id('The person', 'mem'),
      as: oneOf('How they take part', participation),
    },
    says: ({ member, as }, names) =>
      `${names.of(member)} joined as ${as === 'OBSERVER' ? 'an observer' : 'a responder'}`,
  }),

  ResponderLeft: event({
    schemaVersion: 1,
    description: 'Somebody no longer takes part in the incident',
    data: { member: id('The person', 'mem') },
    says: ({ member }, names) => `${names.of(member)} left`,
  }),
} satisfies EventMap;
