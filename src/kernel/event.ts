import type { DataOf, Fields } from './field.js';
import type { Instant } from './instant.js';

/** Who acted: a person, a tool on its own account, or a rule of Bridgelog itself. */
export type Actor = {
  readonly kind: 'MEMBER' | 'INTEGRATION' | 'POLICY';
  /** `mem_...`, `int_...`, or the policy's name. */
  readonly id: string;
};

/** What a timeline sentence may ask for: the name that people know the actor, or any id, by. */
export type Names = { actor: string; of: (id: string) => string };

export type EventSpec<F extends Fields = Fields> = {
  /** Rises when the meaning of a field changes; adding an optional field does not raise it. */
  readonly schemaVersion: number;
  readonly description: string;
  readonly data: F;
  /** One sentence for the timeline, without a full stop. */
  says(data: DataOf<F>, names: Names): string;
};

/** The events of one kind of stream, from name to payload. */
export type EventMap = Readonly<Record<string, EventSpec>>;

export const event = <F extends Fields>(spec: EventSpec<F>): EventSpec<F> => spec;

/** The union of `{ type, data }` of a map of events. */
export type EventOf<M> = {
  [T in keyof M & string]: M[T] extends EventSpec<infer F>
    ? { readonly type: T; readonly data: DataOf<F> }
    : never;
}[keyof M & string];

/** Any event, for code that serves all streams alike. */
export type AnyEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** What the command gives to each of its events. */
export type EventContext = {
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** The token that carried the command (`tok_...`), or null for Bridgelog's own. */
  readonly via: string | null;
  readonly correlationId: string | null;
  readonly causationId: string | null;
};

/** Everything about a stored event but its payload. */
export type Envelope = EventContext & {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** UUID of the organization whose ledger holds the event. */
  readonly organization: string;
  readonly streamType: string;
  readonly streamId: string;
  /** 1, 2, 3... within the stream. */
  readonly version: number;
  /** 1, 2, 3... within the organization's ledger. */
  readonly position: number;
  readonly recordedAt: Instant;
};

/** An event as a fold sees it, before or after it is stored. */
export type FoldedEvent<E extends AnyEvent = AnyEvent> = E extends AnyEvent
  ? E & Pick<Envelope, 'id' | 'occurredAt' | 'actor' | 'version'>
  : never;

/** An event as the ledger gives it back. */
export type StoredEvent<E extends AnyEvent = AnyEvent> = E extends AnyEvent
  ? Envelope & { readonly type: E['type']; readonly data: E['data'] }
  : never;
