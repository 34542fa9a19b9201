import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import type { SuspectStatus } from '../domain/suspects/choices.js';

type Happened = FoldedEvent<IncidentEvent>;
type Judged = Extract<
  Happened,
  { readonly type: 'ChangeUnlinked' | 'ChangeCleared' | 'ChangeImplicated' }
>;

/** The rows of linked changes: one for each change that was ever linked, with its last status. */
export const suspectRows = (events: readonly Happened[], incident: string): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'ChangeLinked') return [linked(event, incident)];
    return isJudged(event) ? [judged(event, incident)] : [];
  });

const linked = (
  { data, actor, occurredAt }: Extract<Happened, { readonly type: 'ChangeLinked' }>,
  incident: string,
): InlineRow => ({
  table: 'incident_changes',
  id: `${incident} ${data.change}`,
  columns: {
    incident,
    change: data.change,
    status: 'SUSPECT',
    status_by: actor.id,
    status_at: occurredAt,
    linked_by: actor.id,
    linked_at: occurredAt,
    reason: null,
    evidence: [],
  },
});

const statusAfter: Readonly<Record<Judged['type'], SuspectStatus>> = {
  ChangeUnlinked: 'UNLINKED',
  ChangeCleared: 'CLEARED',
  ChangeImplicated: 'IMPLICATED',
};

const isJudged = (event: Happened): event is Judged => event.type in statusAfter;

const judged = ({ type, data, actor, occurredAt }: Judged, incident: string): InlineRow => ({
  table: 'incident_changes',
  id: `${incident} ${data.change}`,
  columns: {
    status: statusAfter[type],
    status_by: actor.id,
    status_at: occurredAt,
    reason: data.reason ?? null,
    evidence: 'evidence' in data ? data.evidence : [],
  },
});
