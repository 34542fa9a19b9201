import pg from 'pg';

/** The clock of a drill's database, and the pace at which the drill follows it. */
export class DrillClock {
  private constructor(
    private readonly client: pg.Client,
    /** Times real time; undefined: jump from step to step. */
    private readonly speed: number | undefined,
    private base: number,
    private readonly since: number,
  ) {}

  static async start(ownerUrl: string, begins: string, speed: number | undefined) {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query('select bridgelog.set_test_clock($1, $2)', [begins, speed ?? 0]);
    return new DrillClock(client, speed, Date.parse(begins), performance.now());
  }

  /** Lets the time of a step come. */
  async reach(at: string): Promise<void> {
    const target = Date.parse(at);
    if (this.speed === undefined) {
      if (target > this.base) {
        this.base = target;
        await this.client.query('select bridgelog.set_test_clock($1, 0)', [at]);
      }
      return;
    }
    const due = this.since + (target - this.base) / this.speed;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  stop(): Promise<void> {
    return this.client.end();
  }
}
