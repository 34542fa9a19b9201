import { randomBytes } from 'node:crypto';
import type { Accepted, Refusal } from '../kernel/decision.js';
import type { AnyEvent, FoldedEvent, StoredEvent } from '../kernel/event.js';
import type { Instant } from '../kernel/instant.js';
import type { StreamKind } from '../kernel/stream.js';
import { newId } from '../platform/ids.js';
import type { Command } from './command.js';
import type { Draft, Group } from './group.js';
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
  const events = happened(decided);
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
      ...sideEffects(accepted, command.streamId, drafts.at(-1)?.id ?? command.causationId ?? null),
    },
  };
};

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
export const changesNothing = ({ events, take, release, due }: Accepted<unknown>): boolean =>
  [events, take, release, due].every((changes = []) => changes.length === 0);

const happened = <S, E extends AnyEvent, R extends Refusal>({
  command,
  head,
  accepted,
  occurredAt,
}: Decided<S, E, R>): readonly FoldedEvent<E>[] =>
  accepted.events.map((event, index) => ({
    ...event,
    id: newId('evt'),
    occurredAt,
    actor: command.actor,
    version: head.version + index + 1,
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

const sideEffects = (
  accepted: Accepted<AnyEvent>,
  streamId: string,
  /** The event that times follow from: without one of its own, that which the command follows from. */
  cause: string | null,
): Pick<Group, 'reservations' | 'due'> => ({
  reservations: [
    ...(accepted.take ?? []).map(({ space, key, holder }) => ({
      op: 'take' as const,
      space,
      key,
      holder,
      streamId,
    })),
    ...(accepted.release ?? []).map((released) => ({
      op: 'release' as const,
      ...released,
      streamId,
    })),
  ],
  due: (accepted.due ?? []).map((due) => {
    if (due.at !== null && cause === null)
      throw new Error(`no event from which follows what is due of kind ${due.kind}`);
    return { ...due, streamId, cause: cause ?? '' };
  }),
});
