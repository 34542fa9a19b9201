import type pg from 'pg';
import { asUuid } from './organization-scope.js';
import { ReadSessions, type ReadSession } from './read-session.js';

/** Sessions on a pool of the application's role, subject to row-level security. */
export class PoolReadSessions extends ReadSessions {
  constructor(
    private readonly pool: pg.Pool,
    /** Milliseconds that one statement of a session may take. */
    private readonly statementTimeout = 10_000,
  ) {
    super();
  }

  open(organization: string): ReadSession {
    return new PoolReadSession(this.pool, asUuid(organization), this.statementTimeout);
  }
}

class PoolReadSession implements ReadSession {
  private client: Promise<pg.PoolClient> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly pool: pg.Pool,
    readonly organization: string,
    private readonly statementTimeout: number,
  ) {}

  /** One connection runs one statement at a time: what is asked meanwhile waits its turn. */
  async query<T>(sql: string, values: readonly unknown[]): Promise<readonly T[]> {
    if (this.closed) throw new Error('this read session is closed');
    this.client ??= this.begin();
    const client = await this.client;
    const answer = this.last.then(() => client.query<T & pg.QueryResultRow>(sql, [...values]));
    this.last = answer.catch(() => undefined);
    return (await answer).rows;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (!this.client) return;
    const client = await this.client.catch(() => undefined);
    if (!client) return;
    await this.last;
    await client.query('commit').then(
      () => client.release(),
      (error: unknown) => client.release(error as Error),
    );
  }

  private async begin(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    try {
      await client.query(
        `begin read only; set local bridgelog.organization = '${this.organization}';` +
          ` set local statement_timeout = ${this.statementTimeout.toFixed(0)}`,
      );
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }
}
