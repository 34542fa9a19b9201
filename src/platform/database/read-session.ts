/** The reads of one operation: one READ ONLY transaction under the organization's row-level security. */
export interface ReadSession {
  /** UUID. Row-level security shows no other; every statement names it as well. */
  readonly organization: string;
  query<T>(sql: string, values: readonly unknown[]): Promise<readonly T[]>;
  /** Ends the transaction. A query after it throws. */
  close(): Promise<void>;
}

/** Opens read sessions; nothing is sent to the database before the first query of one. */
export abstract class ReadSessions {
  abstract open(organization: string): ReadSession;
}
