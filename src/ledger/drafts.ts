import { randomBytes } from 'node:crypto';
import type { Accepted, Consequence, DueTime, Held, Refusal } from '../kernel/decision.js';
import type { AnyEvent, FoldedEvent } from '../kernel/event.js';
import type { Instant } from '../kernel/instant.js';
import type { StreamKind } from '../kernel/stream.js';
import { newId } from '../platform/ids.js';
import type { Command } from './command.js';
import type { Draft, DueChange, Group, Item, ReservationChange } from './group.js';
import type { Head } from './heads.js';
import type { PayloadCodec } from './payload-codec.js';

/** What is decided of one stream. */
export type Decided<S, E extends AnyEvent, R extends Refusal> = {
  readonly kind: StreamKind<S, E>;
  readonly command: Command<S, E, R>;
  readonly streamId: string;
  readonly head: Head<S>;
  readonly accepted: Accepted<E, R>;
  readonly occurredAt: Instant;
  /** The event that those of the stream follow from. */
  readonly causationId: string | null;
};

/** What one stream gets, with all that its append needs, and the state that follows. */
export type Change<S, E extends AnyEvent> = Required<
  Pick<Group, 'rows' | 'reservations' | 'due'>
> & {
  readonly item: Item;
  readonly after: S;
  readonly events: readonly FoldedEvent<E>[];
  /** The event that what is decided beside it follows from. */
  readonly cause: string | null;
};

/** Folds the events of a decision over the head and makes what is appended to its stream. */
export const change = async <S, E extends AnyEvent, R extends Refusal>(
  decided: Decided<S, E, R>,
  codec: PayloadCodec,
): Promise<Change<S, E>> => {
  const { kind, streamId, head, accepted } = decided;
  const { events, due, cause } = await unfold(decided);
  const after = events.reduce((state, event) => kind.evolve(state, event), head.state);
  return {
    after,
    events,
    cause,
    item: {
      streamId,
      streamType: kind.type,
      expectedVersion: head.version,
      events: await Promise.all(events.map((event) => draft(decided, event, codec))),
      state: JSON.stringify(after),
    },
    rows: kind.rows({ streamId, before: head.state, after, events }),
    reservations: reservationsOf(accepted, streamId),
    due: dueOf(due, streamId, cause),
  };
};

/** The events of a decision and what comes by itself of them; `cause` is what times follow from. */
const unfold = async <S, E extends AnyEvent, R extends Refusal>(decided: Decided<S, E, R>) => {
  const { accepted, head, causationId } = decided;
  const first = happened(decided, accepted.events, head.version);
  const { events, due } =
    first.length > 0 ? ((await accepted.follows?.(first)) ?? nothing) : nothing;
  return {
    events: [...first, ...happened(decided, events, head.version + first.length)],
    due: [...(accepted.due ?? []), ...due],
    cause: first.at(-1)?.id ?? causationId,
  };
};
const nothing: Consequence<never> = { events: [], due: [] };

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
  { kind, command, occurredAt, causationId }: Decided<S, E, R>,
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
    causationId,
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
