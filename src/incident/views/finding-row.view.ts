import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

type Happened = FoldedEvent<IncidentEvent>;

/** The rows of findings: one for each, as it was put last. */
export const findingRows = (events: readonly Happened[], incident: string): readonly InlineRow[] =>
  events.flatMap((event) => {
    const columns = columnsOf(event, incident);
    return columns && 'finding' in event.data
      ? [{ table: 'findings', id: event.data.finding, columns }]
      : [];
  });

const columnsOf = (event: Happened, incident: string): InlineRow['columns'] | undefined => {
  const { actor, occurredAt, version } = event;
  if (event.type === 'FindingRecorded')
    return {
      ...said(event.data),
      incident,
      nth: version,
      recorded_by: actor.id,
      recorded_at: occurredAt,
    };
  if (event.type === 'FindingRevised')
    return { ...said(event.data), revised_by: actor.id, revised_at: occurredAt };
  if (event.type === 'FindingWithdrawn')
    return {
      withdrawn_by: actor.id,
      withdrawn_at: occurredAt,
      withdrawal_reason: event.data.reason ?? null,
    };
  return undefined;
};

type Found = Extract<IncidentEvent, { readonly type: 'FindingRecorded' }>['data'];

const said = ({ findingKind: kind, text, evidence }: Found) => ({ kind, text, evidence });
