import { randomBytes } from 'node:crypto';
import type { Accepted, Consequence, DueTime, Held, Refusal } from '../kernel/decision.js';
import type { AnyEvent, FoldedEvent, StoredEvent } from '../kernel/event.js';
import type { Instant } from '../kernel/instant.js';
import type { StreamKind } from '../kernel/stream.js';
import { newId } from '../platform/ids.js';
import type { Command } from './command.js';
import type { Draft, DueChange, Group, ReservationChange } from './group.js';
import type { Head } from './heads.js';
import { oncePerRow } from './inline-rows.js';
import type { PayloadCodec } from './payload-codec.js';

type Decided<S, E extends AnyEvent, R extends Refusal> = {
  readonly kind: StreamKind<S, E>;
  readonly command: Command<S, E, R>;
  readonly head: Head<S>;
  readonly accepted: Accepted<E, R>;
  readonly occurredAt: Instant;
};

/** An accepted command with all that its append needs, and the state that follows. */
export type Prepared<S, E extends AnyEvent> = {
  readonly group: Group;
  readonly after: S;
  readonly events: readonly FoldedEvent<E>[];
  readonly drafts: readonly Draft[];
};

/** Folds the events of a decision over the head and makes the group that appends them. */
export const prepare = async <S, E extends AnyEvent, R extends Refusal>(
  decided: Decided<S, E, R>,
  codec: PayloadCodec,
): Promise<Prepared<S, E>> => {
  const { kind, command, head, accepted } = decided;
  const { events, due, cause } = await unfold(decided);
  const after = events.reduce((state, event) => kind.evolve(state, event), head.state);
  const drafts = await Promise.all(events.map((event) => draft(decided, event, codec)));
  const item = {
    streamId: command.streamId,
    streamType: kind.type,
    expectedVersion: head.version,
    events: drafts,
    state: JSON.stringify(after),
  };
  return {
    after,
    events,
    drafts,
    group: {
      organization: command.organization,
      items: [item],
      rows: oncePerRow(
        kind.rows({ streamId: command.streamId, before: head.state, after, events }),
      ),
      reservations: reservationsOf(accepted, command.streamId),
      due: dueOf(due, command.streamId, cause),
    },
  };
};

/** The events of a decision and what comes by itself of them; `cause` is what times follow from. */
const unfold = async <S, E extends AnyEvent, R extends Refusal>(decided: Decided<S, E, R>) => {
  const { accepted, head, command } = decided;
  const first = happened(decided, accepted.events, head.version);
  const { events, due } =
    first.length > 0 ? ((await accepted.follows?.(first)) ?? nothing) : nothing;
  return {
    events: [...first, ...happened(decided, events, head.version + first.length)],
    due: [...(accepted.due ?? []), ...due],
    cause: first.at(-1)?.id ?? command.causationId ?? null,
  };
};
const nothing: Consequence<never> = { events: [], due: [] };

/** The prepared events as they read once stored. */
export const asStored = <S, E extends AnyEvent>(
  { group, events, drafts }: Prepared<S, E>,
  firstPosition: number,
  recordedAt: Instant,
): readonly StoredEvent<E>[] =>
  drafts.map(({ salt, payload, ...envelope }, index) => ({
    ...envelope,
    organization: group.organization,
    streamType: group.items[0]?.streamType,
    streamId: group.items[0]?.streamId,
    version: events[index]?.version,
    position: firstPosition + index,
    recordedAt,
    data: events[index]?.data,
  })) as unknown as readonly StoredEvent<E>[];

/** Neither an event nor anything beside one, such as a due time that is over. */
export const changesNothing = ({ events, take, share, release, due }: Accepted<unknown>): boolean =>
  [events, take, share, release, due].every((changes = []) => changes.length === 0);

const happened = <S, E extends AnyEvent, R extends Refusal>(
  { command, occurredAt }: Decided<S, E, R>,
  events: readonly E[],
  versionBefore: number,
): readonly FoldedEvent<E>[] =>
  events.map((event, index) => ({
    ...event,
    id: newId('evt'),
    occurredAt,
    actor: command.actor,
    version: versionBefore + index + 1,
  })) as unknown as readonly FoldedEvent<E>[];

const draft = async <S, E extends AnyEvent, R extends Refusal>(
  { kind, command, occurredAt }: Decided<S, E, R>,
  event: FoldedEvent<E>,
  codec: PayloadCodec,
): Promise<Draft> => {
  const place = { organization: command.organization, eventId: event.id };
  return {
    id: event.id,
    type: event.type,
    schemaVersion: kind.events[event.type]?.schemaVersion ?? 1,
    occurredAt,
    actor: command.actor,
    via: command.via,
    correlationId: command.correlationId,
    causationId: command.causationId ?? null,
    salt: randomBytes(16),
    payload: await codec.encode(kind.events, event, place),
  };
};

const reservationsOf = (
  { take = [], share = [], release = [] }: Accepted<AnyEvent>,
  streamId: string,
): readonly ReservationChange[] => {
  const change =
    (op: ReservationChange['op']) =>
    ({ space, key, holder }: Held): ReservationChange => ({ op, space, key, holder, streamId });
  return [
    ...take.map(change('take')),
    ...share.map(change('share')),
    ...release.map(change('release')),
  ];
};

const dueOf = (
  times: readonly DueTime[],
  streamId: string,
  /** The event that times follow from: without one of its own, that which the command follows from. */
  cause: string | null,
): readonly DueChange[] =>
  times.map((due) => {
    if (due.at !== null && cause === null)
      throw new Error(`no event from which follows what is due of kind ${due.kind}`);
    return { ...due, streamId, cause: cause ?? '' };
  });
