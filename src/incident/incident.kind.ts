import type { StreamKind } from '../kernel/stream.js';
import { incidentEvents, type IncidentEvent } from './domain/events.js';
import { applies, evolve, initialIncident, type Incident } from './domain/incident.js';
import { actionRows } from './views/action-row.view.js';
import { externalReferenceRows } from './views/external-reference-row.view.js';
import { helpRows } from './views/help-row.view.js';
import { incidentRows } from './views/incident-row.view.js';
import { sightRows } from './views/sight-row.view.js';

export const incidentKind: StreamKind<Incident, IncidentEvent> = {
  type: 'incident',
  events: incidentEvents,
  initial: initialIncident,
  evolve,
  applies,
  rows: ({ streamId, before, after, events }) => [
    ...incidentRows(before, after, streamId),
    ...actionRows(events, streamId),
    ...sightRows(events, streamId),
    ...externalReferenceRows(events, streamId),
    ...helpRows(events, streamId),
  ],
};
