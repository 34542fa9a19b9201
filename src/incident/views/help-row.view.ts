import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

type Happened = FoldedEvent<IncidentEvent>;

/** The rows of requests for help: one per request, completed as it is engaged and released. */
export const helpRows = (events: readonly Happened[], incident: string): readonly InlineRow[] =>
  events.flatMap((event) => {
    const columns = columnsOf(event, incident);
    return columns && 'help' in event.data ? [{ table: 'help', id: event.data.help, columns }] : [];
  });

const columnsOf = (event: Happened, incident: string): InlineRow['columns'] | undefined => {
  if (event.type === 'HelpRequested')
    return {
      incident,
      nth: event.version,
      state: 'REQUESTED',
      need: event.data.need,
      skill: event.data.skill ?? null,
      requested_by: event.actor.id,
      requested_at: event.occurredAt,
    };
  if (event.type === 'HelpEngaged')
    return {
      state: 'ENGAGED',
      helper: event.data.helper ?? null,
      party: event.data.party ?? null,
      contact: event.data.contact ?? null,
      engaged_at: event.occurredAt,
    };
  if (event.type === 'HelpReleased')
    return {
      state: 'RELEASED',
      remark: event.data.remark ?? null,
      released_at: event.occurredAt,
    };
  return undefined;
};
