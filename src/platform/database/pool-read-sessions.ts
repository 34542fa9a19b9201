import type pg from 'pg';
import { asId, asUuid } from './organization-scope.js';
import { ReadSessions, type ReadSession, type Sight } from './read-session.js';

/** Sessions on a pool of the application's role, subject to row-level security. */
export class PoolReadSessions extends ReadSessions {
  constructor(
    private readonly pool: pg.Pool,
    /** Milliseconds that one statement of a session may take. */
    private readonly statementTimeout = 10_000,
  ) {
    super();
  }

  open(organization: string, sight: Sight): ReadSession {
    const settings = settingsOf(asUuid(organization), sight, this.statementTimeout);
    return new PoolReadSession(this.pool, organization, settings);
  }
}

/** `statementTimeout`: milliseconds. */
const settingsOf = (organization: string, sight: Sight, statementTimeout: number): string =>
  [
    `set local bridgelog.organization = '${organization}'`,
    `set local bridgelog.sight = '${sight.of}'`,
    `set local bridgelog.viewer = '${sight.of === 'ALL' ? '' : asId(sight.viewer)}'`,
    `set local statement_timeout = ${statementTimeout.toFixed(0)}`,
  ].join('; ');

class PoolReadSession implements ReadSession {
  private client: Promise<pg.PoolClient> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly pool: pg.Pool,
    readonly organization: string,
    private readonly settings: string,
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
      await client.query(`begin read only; ${this.settings}`);
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }
}
