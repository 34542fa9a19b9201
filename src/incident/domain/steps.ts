import type { EventMap, EventOf, FoldedEvent } from '../../kernel/event.js';
import type { DeclaredIncident } from './state.js';

/** What an event does to a declared incident. */
export type Step<E> = {
  /** Whether the event makes sense in this state; if absent, it always does. */
  readonly fits?: (incident: DeclaredIncident, event: E) => boolean;
  /** What it changes of the head; if absent, nothing. */
  readonly after?: (incident: DeclaredIncident, event: E) => Partial<DeclaredIncident>;
};

/** A step for every event of a map: the compiler names one that is missing. */
export type StepsOf<M extends EventMap> = {
  readonly [T in keyof M & string]: Step<Extract<FoldedEvent<EventOf<M>>, { readonly type: T }>>;
};
