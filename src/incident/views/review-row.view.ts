import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

type Happened = FoldedEvent<IncidentEvent>;

/** The rows of reviews, one for each incident that has one, and of what they have published. */
export const reviewRows = (events: readonly Happened[], incident: string): readonly InlineRow[] =>
  events.flatMap((event) => rowsOf(event, incident));

const rowsOf = (event: Happened, incident: string): readonly InlineRow[] => {
  const review = (columns: InlineRow['columns']): InlineRow => ({
    table: 'reviews',
    id: incident,
    columns,
  });
  const { id, actor, occurredAt } = event;
  if (event.type === 'ReviewStarted')
    return [
      review({
        incident,
        state: 'STARTED',
        lead: event.data.lead,
        due_at: event.data.dueAt ?? null,
        started_by: actor.id,
        started_at: occurredAt,
      }),
    ];
  if (event.type === 'ReviewChanged')
    return [review({ lead: event.data.lead, due_at: event.data.dueAt ?? null })];
  if (event.type !== 'ReviewPublished') return [];
  const { edition, text, url = null } = event.data;
  const published = { published_by: actor.id, published_at: occurredAt };
  return [
    review({ state: 'PUBLISHED' }),
    { table: 'review_editions', id, columns: { incident, edition, text, url, ...published } },
  ];
};
