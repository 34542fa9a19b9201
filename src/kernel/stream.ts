import type { AnyEvent, EventMap, FoldedEvent } from './event.js';

/**
 * A row of a table that lists and look-ups read, written in the append that changes it.
 * Columns that are not named keep what they hold (null in a new row).
 */
export type InlineRow = {
  readonly table: string;
  readonly id: string;
  readonly columns: Readonly<Record<string, unknown>>;
};

/** What an append does to a stream. */
export type StreamChange<S, E extends AnyEvent> = {
  readonly streamId: string;
  readonly before: S;
  readonly after: S;
  readonly events: readonly FoldedEvent<E>[];
};

/** A kind of stream: its events, the fold of its head state, and the rows kept beside it. */
export type StreamKind<S, E extends AnyEvent> = {
  readonly type: string;
  readonly events: EventMap;
  readonly initial: S;
  /** Total: never throws, and leaves the state alone where an event makes no sense. */
  evolve(state: S, event: FoldedEvent<E>): S;
  /** Whether the event makes sense in this state; true for every event in order of position. */
  applies(state: S, event: FoldedEvent<E>): boolean;
  /** The inline rows that a change writes: none that would stay as it is. */
  rows(change: StreamChange<S, E>): readonly InlineRow[];
};
