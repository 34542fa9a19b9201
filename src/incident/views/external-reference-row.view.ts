import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

/** A thing in another system, by its id there. */
export type Outside = { readonly system: string; readonly externalId: string };

/** The row of one thing in one incident. */
export const referenceRowId = (incident: string, { system, externalId }: Outside): string =>
  JSON.stringify([incident, system, externalId]);

/** The rows of things in other systems, bound or no longer. */
export const externalReferenceRows = (
  events: readonly FoldedEvent<IncidentEvent>[],
  incident: string,
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type !== 'ReferenceBound' && event.type !== 'ReferenceUnbound') return [];
    const { system, externalKey: externalId } = event.data;
    const columns =
      event.type === 'ReferenceUnbound'
        ? { bound: false }
        : {
            incident,
            kind: event.data.referenceKind,
            system,
            external_id: externalId,
            url: event.data.url ?? null,
            caption: event.data.caption ?? null,
            bound_by: event.actor.id,
            bound_at: event.occurredAt,
            bound: true,
          };
    const id = referenceRowId(incident, { system, externalId });
    return [{ table: 'external_references', id, columns }];
  });
