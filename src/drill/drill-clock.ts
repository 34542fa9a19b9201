import pg from 'pg';
import { nextDue } from '../ledger/due-times.js';

export type Pace = {
  /** Times real time; undefined: jump from one time at which something happens to the next. */
  readonly speed: number | undefined;
  /** Lets the server do what is due by itself. */
  readonly settle: () => Promise<void>;
};

/** The clock of a drill's database, and the pace at which the drill follows it. */
export class DrillClock {
  private readonly since = performance.now();

  private constructor(
    private readonly client: pg.Client,
    private readonly begins: number,
    private readonly pace: Pace,
  ) {}

  static async start(ownerUrl: string, begins: string, pace: Pace) {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query('select bridgelog.set_test_clock($1, $2)', [begins, pace.speed ?? 0]);
    return new DrillClock(client, Date.parse(begins), pace);
  }

  /** Lets the time of a step come; what is due before it is done when it is due. */
  async reach(at: string): Promise<void> {
    await this.pace.settle();
    for (let due = await this.next(at); due !== undefined; due = await this.next(at)) {
      await this.goTo(due);
      await this.pace.settle();
    }
    await this.goTo(at);
  }

  stop(): Promise<void> {
    return this.client.end();
  }

  private next(until: string): Promise<string | undefined> {
    return nextDue(this.client, until);
  }

  private async goTo(at: string): Promise<void> {
    if (this.pace.speed === undefined) {
      await this.client.query(
        'select bridgelog.set_test_clock(greatest($1, bridgelog.bridgelog_now()), 0)',
        [at],
      );
      return;
    }
    const wait = this.since + (Date.parse(at) - this.begins) / this.pace.speed - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
