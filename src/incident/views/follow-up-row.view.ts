import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import { followUpsEvents } from '../domain/follow-ups/events.js';

type Happened = FoldedEvent<IncidentEvent>;
type OfFollowUp = Extract<Happened, { readonly type: keyof typeof followUpsEvents }>;
type Columns = InlineRow['columns'];

/** The rows of follow-ups: each event says what it changes. */
export const followUpRows = (events: readonly Happened[], incident: string): readonly InlineRow[] =>
  events.filter(isOfFollowUp).map((event) => ({
    table: 'follow_ups',
    id: event.data.followUp,
    columns: columnsAfter(event, incident),
  }));

const isOfFollowUp = (event: Happened): event is OfFollowUp => event.type in followUpsEvents;

const columnsAfter = (event: OfFollowUp, incident: string): Columns => {
  const { actor, occurredAt } = event;
  switch (event.type) {
    case 'FollowUpAdded':
      return {
        ...said(event.data),
        incident,
        state: 'OPEN',
        added_by: actor.id,
        added_at: occurredAt,
        timed_by: event.id,
      };
    case 'FollowUpRevised':
      return { ...said(event.data), ...(event.data.isMoved === true && { timed_by: event.id }) };
    case 'FollowUpCompleted':
      return {
        state: event.data.followUpOutcome,
        remark: event.data.remark ?? null,
        url: event.data.url ?? null,
        evidence: event.data.evidence,
        completed_by: actor.id,
        completed_at: occurredAt,
      };
    case 'FollowUpReopened':
      return {
        ...{ state: 'OPEN', remark: null, url: null, evidence: null },
        ...{ completed_by: null, completed_at: null, timed_by: event.id },
      };
  }
};

type Said = Extract<OfFollowUp, { readonly type: 'FollowUpAdded' }>['data'];

const said = (data: Said): Columns => ({
  title: data.title,
  description: data.description ?? null,
  kind: data.followUpKind,
  owner: data.owner ?? null,
  team: data.team ?? null,
  due_at: data.dueAt ?? 'infinity',
  finding: data.fromFinding ?? null,
  ...ticketColumns(data),
});

const ticketColumns = ({ ticket }: Said): Columns => ({
  ticket_system: ticket?.system ?? null,
  ticket_key: ticket?.key ?? null,
  ticket_url: ticket?.url ?? null,
});
