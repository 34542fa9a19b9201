import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { id, optional, text } from '../../../kernel/field.js';
import { afterColon } from '../wording.js';

const viewer = text('Whom it concerns: a member or an integration, by id', 40);
const reason = optional(text('Why it was done', 2_000));
const help = optional(id('The request for help that it belongs to, if it does', 'hlp'));

export const sightEvents = {
  IncidentRestricted: event({
    schemaVersion: 1,
    description:
      'From now on it is seen by its participants, by whom sight was granted, and by admins alone',
    data: { reason },
    says: (data, { actor }) => `${actor} restricted the incident${afterColon(data.reason)}`,
  }),

  IncidentOpened: event({
    schemaVersion: 1,
    description: 'A restricted incident became open to the organization',
    data: { reason },
    says: (data, { actor }) =>
      `${actor} opened the incident to the organization${afterColon(data.reason)}`,
  }),

  SightGranted: event({
    schemaVersion: 1,
    description: 'Somebody was given sight of the incident, restricted or not',
    data: { viewer, reason, forHelp: help },
    says: (data, names) =>
      `${names.actor} granted ${names.of(data.viewer)} sight${afterColon(data.reason)}`,
  }),

  SightRevoked: event({
    schemaVersion: 1,
    description: 'Sight was taken from somebody: what they were granted, or had by taking part',
    data: { viewer, reason, forHelp: help },
    says: (data, names) =>
      `${names.actor} revoked the sight of ${names.of(data.viewer)}${afterColon(data.reason)}`,
  }),
} satisfies EventMap;
