import type { Actor, FoldedEvent } from './event.js';
import type { Instant } from './instant.js';

/** Why a rule refused a command. Concrete refusals add what the caller needs to go on. */
export type Refusal = {
  readonly code: string;
  readonly message: string;
  /** The input field that would have to differ, if it is one. */
  readonly path?: readonly string[];
};

/** Who holds a reservation that was asked for. */
export type Holder = { readonly key: string; readonly holder: string; readonly streamId: string };

/** A key that somebody has, in a space of keys. */
export type Held = {
  readonly space:
    | 'reference'
    | 'target'
    | 'token-name'
    | 'identity'
    | 'client-id'
    | 'change'
    | 'chat-channel'
    | 'playbook';
  readonly key: string;
  readonly holder: string;
};

/**
 * A key that at most one holder of the organization may have, enforced at append. In the
 * space `target`, keys are paths, and an ancestor or descendant of a held key is held too.
 */
export type Reservation<R extends Refusal = Refusal, E = never> = Held & {
  /** The refusal when somebody else has it. */
  readonly refusal: (by: Holder) => R;
  /** What is decided when somebody else has it, where there is more to say than the refusal. */
  readonly otherwise?: (by: Holder) => Decision<E, R> | Promise<Decision<E, R>>;
};

/** A time at which a policy looks at the stream again; `at: null` clears it. */
export type DueTime = {
  readonly kind: string;
  readonly subject: string;
  readonly at: Instant | null;
};

/** What comes by itself of events that were decided on. */
export type Consequence<E> = { readonly events: readonly E[]; readonly due: readonly DueTime[] };

export type Accepted<E, R extends Refusal = Refusal> = {
  readonly events: readonly E[];
  readonly take?: readonly Reservation<R, E>[];
  /** Taken beside whoever else has it; later ones meet it as any other. */
  readonly share?: readonly Held[];
  readonly release?: readonly Held[];
  readonly due?: readonly DueTime[];
  /** Asked once the events have their ids; recorded with them. Strict: nothing comes between. */
  readonly follows?: (events: readonly FoldedEvent[]) => Promise<Consequence<E>>;
  /**
   * What is recorded in the other stream that the command named: all of the decision or nothing.
   * A decision that has this has events of its own.
   */
  readonly beside?: Beside<E>;
};
/** What a decision records in another stream. */
export type Beside<E> = Pick<Accepted<E>, 'events' | 'release' | 'due' | 'follows'>;
export type Refused<E, R extends Refusal = Refusal> = {
  readonly refusals: readonly R[];
  /** What is recorded although the command is refused: that it was tried. */
  readonly noted?: readonly E[];
};

/** What a rule says of a command: these events (none: it is already true), or why not. */
export type Decision<E, R extends Refusal = Refusal> = Accepted<E, R> | Refused<E, R>;

export const accept = <E>(...events: E[]): Accepted<E, never> => ({ events });
export const refuse = <R extends Refusal>(...refusals: R[]): Refused<never, R> => ({ refusals });

/** What every decision is told beside its command and the state. Strict: `actor`. Advisory: `now`. */
export type Facts = {
  readonly actor: Actor;
  /** The database's time when the state was read. */
  readonly now: Instant;
  /** When it happened, as the caller says; `now` unless given. */
  readonly occurredAt: Instant;
};

/** A rule: pure, total, and the only place where the domain says no. */
export type Decide<C, S, E, R extends Refusal = Refusal> = (
  command: C,
  state: S,
  facts: Facts,
) => Decision<E, R>;
