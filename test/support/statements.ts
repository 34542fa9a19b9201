import type pg from 'pg';

/** Counts what is asked on the connections of a pool, the bounds of transactions not among it. */
export class Statements {
  private asked: string[] = [];
  private readonly heard = new WeakSet<pg.PoolClient>();

  constructor(pool: pg.Pool) {
    pool.on('acquire', (client) => {
      if (this.heard.has(client)) return;
      this.heard.add(client);
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      const counted = (...given: unknown[]): unknown => {
        this.note(given[0]);
        return query(...given);
      };
      client.query = counted as typeof client.query;
    });
  }

  /** What was asked in the course of some work. */
  async during(work: () => Promise<unknown>): Promise<readonly string[]> {
    this.asked = [];
    await work();
    return this.asked;
  }

  private note(given: unknown): void {
    const text = typeof given === 'string' ? given : (given as { text?: string }).text;
    if (text !== undefined && !/^(begin|commit|rollback)/.test(text)) this.asked.push(text);
  }
}
