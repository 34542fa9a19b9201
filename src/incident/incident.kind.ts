import type { StreamKind } from '../kernel/stream.js';
import { incidentEvents, type IncidentEvent } from './domain/events.js';
import { applies, evolve, initialIncident, type Incident } from './domain/incident.js';
import { actionRows } from './views/action-row.view.js';
import { commandTermRows } from './views/command-term-row.view.js';
import { incidentRows } from './views/incident-row.view.js';
import { participantRows } from './views/participant-row.view.js';
import { roleRows } from './views/role-row.view.js';

export const incidentKind: StreamKind<Incident, IncidentEvent> = {
  type: 'incident',
  events: incidentEvents,
  initial: initialIncident,
  evolve,
  applies,
  rows: ({ streamId, before, after, events }) => [
    ...incidentRows(before, after, streamId),
    ...actionRows(events, streamId),
    ...commandTermRows(events, streamId),
    ...roleRows(events, streamId),
    ...participantRows(events, streamId),
  ],
};
