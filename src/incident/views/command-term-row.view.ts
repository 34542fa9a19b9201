import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

type Happened = FoldedEvent<IncidentEvent>;
type Of<T extends IncidentEvent['type']> = Extract<Happened, { readonly type: T }>;

/** The terms of command: a row for each, completed when the term ends. */
export const commandTermRows = (
  events: readonly Happened[],
  incident: string,
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'CommandTaken') return [begun(event, incident)];
    if (event.type === 'CommandAccepted')
      return [handedOver(event, incident), begun(event, incident)];
    if (event.type === 'CommandRelinquished') return [relinquished(event, incident)];
    return [];
  });

const row = (incident: string, term: number, columns: InlineRow['columns']): InlineRow => ({
  table: 'command_terms',
  id: `${incident} ${term}`,
  columns,
});

const begun = (
  { type, data, occurredAt }: Of<'CommandTaken' | 'CommandAccepted'>,
  incident: string,
): InlineRow =>
  row(incident, data.term, {
    incident,
    term: data.term,
    commander: data.member,
    since: occurredAt,
    until: null,
    began: type === 'CommandTaken' ? 'TAKEN' : 'HANDED_OVER',
    former: type === 'CommandTaken' ? null : data.formerCommander,
    ended: null,
  });

/** The term before the one that begins: terms count up one by one. */
const handedOver = ({ data, occurredAt }: Of<'CommandAccepted'>, incident: string): InlineRow =>
  row(incident, data.term - 1, { until: occurredAt, ended: 'HANDED_OVER' });

const relinquished = (
  { data, occurredAt }: Of<'CommandRelinquished'>,
  incident: string,
): InlineRow => row(incident, data.term, { until: occurredAt, ended: 'RELINQUISHED' });
