import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import { evolve, type Incident } from '../domain/incident.js';

/** What stood of the scope after each event that assessed it or corrected its start. */
export const scopeRevisionRows = (
  events: readonly FoldedEvent<IncidentEvent>[],
  before: Incident,
  incident: string,
): readonly InlineRow[] => {
  let state = before;
  return events.flatMap((event) => {
    state = evolve(state, event);
    const isRevision = event.type === 'ScopeAssessed' || event.type === 'ImpactStartCorrected';
    if (!isRevision || state.status === 'undeclared') return [];
    const columns = {
      incident,
      number: state.scopeRevisions,
      assessment: state.scope?.event ?? null,
      impact_started_at: state.impactStartedAt,
      impact_start_source: state.impactStartSource,
    };
    return [{ table: 'scope_revisions', id: event.id, columns }];
  });
};
