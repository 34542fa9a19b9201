import type { StreamKind } from '../kernel/stream.js';
import { incidentEvents, type IncidentEvent } from './domain/events.js';
import { applies, evolve, initialIncident, type Incident } from './domain/incident.js';
import { actionRows } from './views/action-row.view.js';
import { checkRows } from './views/check-row.view.js';
import { hypothesisRows } from './views/hypothesis-row.view.js';
import { entryRows } from './views/entry-row.view.js';
import { incidentRows } from './views/incident-row.view.js';
import { updateRows } from './views/update-row.view.js';
import { scopeRevisionRows } from './views/scope-revision-row.view.js';
import { suspectRows } from './views/suspect-row.view.js';
import { commandTermRows } from './views/command-term-row.view.js';
import { participantRows } from './views/participant-row.view.js';
import { roleRows } from './views/role-row.view.js';
import { externalReferenceRows } from './views/external-reference-row.view.js';
import { findingRows } from './views/finding-row.view.js';
import { followUpRows } from './views/follow-up-row.view.js';
import { reviewRows } from './views/review-row.view.js';
import { guardrailTripRows } from './views/guardrail-trip-row.view.js';
import { helpRows } from './views/help-row.view.js';
import { nudgeRows } from './views/nudge-row.view.js';
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
    ...checkRows(events, streamId, before),
    ...hypothesisRows(events, streamId),
    ...updateRows(events, after, streamId),
    ...entryRows(events, streamId),
    ...scopeRevisionRows(events, before, streamId),
    ...suspectRows(events, streamId),
    ...commandTermRows(events, streamId),
    ...roleRows(events, streamId),
    ...participantRows(events, streamId),
    ...sightRows(events, streamId),
    ...externalReferenceRows(events, streamId),
    ...helpRows(events, streamId),
    ...guardrailTripRows(events, streamId),
    ...nudgeRows(events, streamId),
    ...reviewRows(events, streamId),
    ...findingRows(events, streamId),
    ...followUpRows(events, streamId),
  ],
};
