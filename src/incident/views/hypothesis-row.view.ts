import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import { comesTo } from '../domain/hypotheses/choices.js';

type Happened = FoldedEvent<IncidentEvent>;
type Of<T extends IncidentEvent['type']> = Extract<Happened, { readonly type: T }>;
type Raised = Of<'HypothesisRaised'>;
type Said = Of<keyof typeof comesTo>;

/** The rows of hypotheses as they stand, and of the events that brought each there. */
export const hypothesisRows = (
  events: readonly Happened[],
  incident: string,
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'HypothesisRaised') return [raised(event, incident), step(event, incident)];
    if (isSaid(event)) return [said(event), step(event, incident)];
    return [];
  });

const isSaid = (event: Happened): event is Said => event.type in comesTo;

const raised = ({ id, data, actor, occurredAt }: Raised, incident: string): InlineRow => ({
  table: 'hypotheses',
  id: data.hypothesis,
  columns: {
    incident,
    statement: data.statement,
    status: 'OPEN',
    raised_by: actor.id,
    raised_at: occurredAt,
    latest: id,
  },
});

const said = ({ id, type, data }: Said): InlineRow => ({
  table: 'hypotheses',
  id: data.hypothesis,
  columns: { status: comesTo[type], latest: id },
});

const step = ({ id, version, data }: Raised | Said, incident: string): InlineRow => ({
  table: 'hypothesis_steps',
  id,
  columns: { incident, hypothesis: data.hypothesis, version },
});
