import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

type Happened = FoldedEvent<IncidentEvent>;

/** The rows of reminders: one for each clock and event that started it, once raised or put off. */
export const nudgeRows = (events: readonly Happened[], incident: string): readonly InlineRow[] =>
  events.flatMap((event) => {
    const columns = columnsOf(event, events);
    if (columns === undefined || !('causedBy' in event.data)) return [];
    const { nudge, about, causedBy } = event.data;
    const one = { incident, nudge, about: about ?? null, caused_by: causedBy };
    const id = [incident, nudge, about ?? [], causedBy].flat().join(' ');
    return [{ table: 'nudges', id, columns: { ...one, ...columns } }];
  });

/** A clock that was switched off by the severity, and on again, goes on with its row. */
const standing = { cleared_at: null, cleared_by: null };

const columnsOf = (
  event: Happened,
  events: readonly Happened[],
): InlineRow['columns'] | undefined => {
  if (event.type === 'NudgeRaised')
    return { ...standing, state: 'RAISED', raised_at: event.occurredAt, snoozed_until: null };
  if (event.type === 'NudgeSnoozed')
    return {
      ...standing,
      state: 'SNOOZED',
      snoozed_until: event.data.until,
      snoozed_by: event.actor.id,
      reason: event.data.reason ?? null,
    };
  if (event.type === 'NudgeCleared')
    return {
      state: 'CLEARED',
      snoozed_until: null,
      cleared_at: event.occurredAt,
      cleared_by: events.findLast(({ type }) => type !== 'NudgeCleared')?.id ?? event.id,
    };
  return undefined;
};
