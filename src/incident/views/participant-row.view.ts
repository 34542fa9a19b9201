import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import { sightRowId } from './sight-row.view.js';

type Happened = FoldedEvent<IncidentEvent>;

/** Who takes part in an incident, and so sees it when it is restricted. */
export const participantRows = (
  events: readonly Happened[],
  incident: string,
): readonly InlineRow[] =>
  events.flatMap(({ type, data, occurredAt }) => {
    if (type !== 'ResponderJoined' && type !== 'ResponderLeft') return [];
    const { member } = data;
    const id = `${incident} ${member}`;
    const participates = type === 'ResponderJoined';
    const times = participates
      ? { participation: data.as, joined_at: occurredAt, left_at: null }
      : { left_at: occurredAt };
    return [
      { table: 'participants', id, columns: { incident, member, ...times } },
      {
        table: 'sight',
        id: sightRowId(incident, member),
        columns: { incident, viewer: member, participates },
      },
    ];
  });
