import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

/** The row of one viewer of one incident. Who participates stands in it, too. */
export const sightRowId = (incident: string, viewer: string): string => `${incident} ${viewer}`;

/** What viewers were granted: who joins and leaves is written by another view of the same row. */
export const sightRows = (
  events: readonly FoldedEvent<IncidentEvent>[],
  incident: string,
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type !== 'SightGranted' && event.type !== 'SightRevoked') return [];
    const { viewer, forHelp } = event.data;
    const grant =
      event.type === 'SightGranted'
        ? {
            granted: true,
            for_help: forHelp !== undefined,
            granted_at: event.occurredAt,
            granted_by: event.actor.id,
          }
        : { granted: false, for_help: false, granted_at: null, granted_by: null };
    const columns = { incident, viewer, ...grant };
    return [{ table: 'sight', id: sightRowId(incident, viewer), columns }];
  });
