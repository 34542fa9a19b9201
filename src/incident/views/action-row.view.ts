import type { EventOf, FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { ActionStatus } from '../domain/actions/choices.js';
import { actionsEvents } from '../domain/actions/events.js';
import type { IncidentEvent } from '../domain/events.js';

type Happened = FoldedEvent<EventOf<typeof actionsEvents>>;
type Of<T extends Happened['type']> = Extract<Happened, { readonly type: T }>;
type Columns = { readonly status: ActionStatus } & InlineRow['columns'];

/** The rows of actions, for look-ups across incidents: each event says what it changes. */
export const actionRows = (
  events: readonly FoldedEvent<IncidentEvent>[],
  incidentId: string,
): readonly InlineRow[] =>
  events.filter(isOfAction).map((event) => ({
    table: 'actions',
    id: event.data.action,
    columns: (columnsAfter[event.type] as Change<Happened>)(event, incidentId),
  }));

const isOfAction = (event: FoldedEvent<IncidentEvent>): event is Happened =>
  event.type in actionsEvents;

type Change<E> = (event: E, incident: string) => Columns;

const columnsAfter: { readonly [T in Happened['type']]: Change<Of<T>> } = {
  ActionProposed: (event, incident) => ({
    ...workOf(event, incident),
    status: 'PROPOSED',
    description: event.data.remark ?? null,
    began_at: event.occurredAt,
    proposed_by: event.actor.id,
    proposed_at: event.occurredAt,
  }),
  ActionApproved: (event) => ({ status: 'APPROVED', ...decided(event) }),
  ActionRejected: (event) => ({
    status: 'REJECTED',
    ...decided(event),
    reason: event.data.reason ?? null,
  }),
  ActionWithdrawn: (event) => ({
    status: 'WITHDRAWN',
    ...decided(event),
    reason: event.data.reason ?? null,
  }),
  // What was said of a proposal stays, unless more is said at the start.
  ActionStarted: (event, incident) => ({
    ...workOf(event, incident),
    status: 'STARTED',
    ...(event.data.remark !== undefined && { description: event.data.remark }),
    ...(event.data.approved === undefined && { began_at: event.occurredAt }),
    started_by: event.actor.id,
    started_at: event.occurredAt,
    lease_until: event.data.leaseUntil,
    leased_by: event.id,
  }),
  ActionExtended: ({ id, data }) => ({
    status: 'STARTED',
    lease_until: data.leaseUntil,
    leased_by: id,
  }),
  ActionLeaseExpired: () => ({ status: 'EXPIRED' }),
  ActionFinished: ({ data, actor, occurredAt }) => ({
    status: 'FINISHED',
    outcome: data.outcome,
    outcome_remark: data.remark ?? null,
    evidence: data.evidence,
    finished_by: actor.id,
    finished_at: occurredAt,
  }),
};

const workOf = ({ data }: Of<'ActionProposed' | 'ActionStarted'>, incident: string) => ({
  incident,
  target: data.target,
  kind: data.kind,
  intent: data.intent,
});

const decided = ({ actor, occurredAt }: Happened) => ({
  decided_by: actor.id,
  decided_at: occurredAt,
});
