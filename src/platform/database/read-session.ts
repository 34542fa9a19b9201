/** The reads of one operation: one READ ONLY transaction under the organization's row-level security. */
export interface ReadSession {
  /** UUID. Row-level security shows no other; every statement names it as well. */
  readonly organization: string;
  query<T>(sql: string, values: readonly unknown[]): Promise<readonly T[]>;
  /** Ends the transaction. A query after it throws. */
  close(): Promise<void>;
}

/**
 * On whose behalf is read, and so which incidents are seen: all of them, those that are not
 * restricted and those that the viewer was given sight of (`OPEN`), or the latter alone.
 */
export type Sight =
  | { readonly of: 'ALL' }
  | { readonly of: 'OPEN' | 'GRANTED'; /** `mem_...` or `int_...` */ readonly viewer: string };

/** For admins, and for what Bridgelog reads to decide. */
export const allIncidents: Sight = { of: 'ALL' };

/** Opens read sessions; nothing is sent to the database before the first query of one. */
export abstract class ReadSessions {
  abstract open(organization: string, sight: Sight): ReadSession;
}
