/** What callers do at the same time, and on what. */
export type Cell = {
  /**
   * streams: each caller appends to a stream of its own, and to a new one after 50 events.
   * organizations: so, with an organization of its own as well.
   * incident: all decide on one stream.
   * limit: rows of payload alone, in batches.
   */
  readonly workload: 'streams' | 'organizations' | 'incident' | 'limit';
  readonly callers: number;
  /** Characters of JSON that are kept beside a stream and written anew with each append. */
  readonly stateSize: number;
};

/** One cell on one store, with nothing appended yet. */
export type Trial = {
  /** Makes a caller: each call appends, and resolves once that is durable. */
  caller(): () => Promise<void>;
  readonly eventsPerCall: number;
  /** Throws unless exactly the acknowledged events are stored, in order. */
  check(acknowledged: number): Promise<void>;
};

/** One way of storing events, in a database of its own. */
export type Store = {
  prepare(cell: Cell): Promise<Trial>;
  close(): Promise<void>;
};

/** What a store's module exports under this name. `ownerUrl`: an empty database. */
export type OpenStore = (ownerUrl: string) => Promise<Store>;

/** What one cell on one store took. */
export type Measured = {
  readonly eventsPerSecond: number;
  /** At the caller, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
};
