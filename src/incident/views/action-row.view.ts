import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

type Happened = FoldedEvent<IncidentEvent>;
type Of<T extends IncidentEvent['type']> = Extract<Happened, { readonly type: T }>;

/** The rows of actions, for look-ups across incidents: one per start, completed at its end. */
export const actionRows = (events: readonly Happened[], incidentId: string): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'ActionStarted') return [started(event, incidentId)];
    if (event.type === 'ActionFinished') return [finished(event)];
    return [];
  });

const started = (
  { data, actor, occurredAt }: Of<'ActionStarted'>,
  incident: string,
): InlineRow => ({
  table: 'actions',
  id: data.action,
  columns: {
    incident,
    target: data.target,
    kind: data.kind,
    intent: data.intent,
    description: data.remark ?? null,
    started_by: actor.id,
    started_at: occurredAt,
    lease_until: data.leaseUntil,
    outcome: null,
    finished_at: null,
  },
});

const finished = ({ data, occurredAt }: Of<'ActionFinished'>): InlineRow => ({
  table: 'actions',
  id: data.action,
  columns: { outcome: data.outcome, finished_at: occurredAt },
});
