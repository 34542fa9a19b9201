import type { ReadSession } from '../database/read-session.js';

/** What every operation may look up about the organization of its reads. */
export abstract class Directory {
  /** The names that people know members and integrations by. Ids without one are left out. */
  abstract namesOf(
    reads: ReadSession,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;

  /** The epoch of the organization's ledger: it rises when a backup is restored. */
  abstract epochOf(reads: ReadSession): Promise<number>;
}
