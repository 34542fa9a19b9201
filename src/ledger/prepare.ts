import type { Accepted, Refusal } from '../kernel/decision.js';
import type { AnyEvent, StoredEvent } from '../kernel/event.js';
import type { Instant } from '../kernel/instant.js';
import { change, type Change, type Decided } from './drafts.js';
import type { Group } from './group.js';
import type { Head } from './heads.js';
import { oncePerRow } from './inline-rows.js';
import type { PayloadCodec } from './payload-codec.js';

/** An accepted command as one group: its own stream first, then the one beside it. */
export type Prepared<S, E extends AnyEvent> = {
  readonly group: Group;
  readonly own: Change<S, E>;
  readonly beside: Change<S, E> | undefined;
};

type Accepting<S, E extends AnyEvent, R extends Refusal> = Omit<
  Decided<S, E, R>,
  'streamId' | 'causationId'
> & {
  /** Of the other stream that the command names, if it does. */
  readonly beside: Head<S> | undefined;
};

/** The other stream is in the group also when it gets nothing: that it has not moved is checked. */
export const prepare = async <S, E extends AnyEvent, R extends Refusal>(
  { beside: head, ...decided }: Accepting<S, E, R>,
  codec: PayloadCodec,
): Promise<Prepared<S, E>> => {
  const { command, accepted } = decided;
  const { organization, streamId, causationId = null } = command;
  const own = await change({ ...decided, streamId, causationId }, codec);
  const beside =
    head &&
    (await change(
      {
        ...decided,
        head,
        streamId: command.beside ?? '',
        accepted: accepted.beside ?? { events: [] },
        causationId: own.cause,
      },
      codec,
    ));
  const changes = beside ? [own, beside] : [own];
  return {
    own,
    beside,
    group: {
      organization,
      items: changes.map(({ item }) => item),
      rows: oncePerRow(changes.flatMap(({ rows }) => rows)),
      reservations: changes.flatMap(({ reservations }) => reservations),
      due: changes.flatMap(({ due }) => due),
    },
  };
};

/** The prepared events as they read once stored. */
export const asStored = <S, E extends AnyEvent>(
  { group, own, beside }: Prepared<S, E>,
  firstPosition: number,
  recordedAt: Instant,
): readonly StoredEvent<E>[] =>
  [own, ...(beside ? [beside] : [])]
    .flatMap(({ item, events }) => events.map((event, index) => ({ item, event, index })))
    .map(({ item: { streamType, streamId, events }, event: { version, data }, index }, nth) => {
      const { salt: _salt, payload: _payload, ...envelope } = events[index] ?? unprepared();
      const { organization } = group;
      const place = { organization, streamType, streamId, version, position: firstPosition + nth };
      return { ...envelope, ...place, recordedAt, data };
    }) as unknown as readonly StoredEvent<E>[];

const unprepared = (): never => {
  throw new Error('every event has a draft');
};

/** Neither an event nor anything beside one, such as a due time that is over. */
export const changesNothing = ({ events, take, share, release, due }: Accepted<unknown>): boolean =>
  [events, take, share, release, due].every((changes = []) => changes.length === 0);
