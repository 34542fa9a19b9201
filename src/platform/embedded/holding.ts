import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** How a server keeps its claim: the connection that has it, and how to get such a one again. */
export type HoldingOptions = {
  client: pg.Client;
  /** Connects and claims again; undefined when another server has claimed meanwhile. */
  again: () => Promise<pg.Client | undefined>;
  /** Gets one line when the connection is lost and when that has an outcome. */
  say: (line: string) => void;
};

const PAUSES_MS = [50, 100, 200, 400, 800, 1_600, 3_200, 6_400];

/**
 * The claim of a server on its database, for as long as the server lives. A crash of one of
 * PostgreSQL's own processes ends all connections, this one too, and another server could then
 * claim the database of a living one: so the claim is renewed at once.
 */
export class Holding {
  #client: pg.Client | undefined;
  #released = false;
  readonly #options: HoldingOptions;

  constructor(options: HoldingOptions) {
    this.#options = options;
    this.#keep(options.client);
  }

  /** Stops renewing. @returns the connection with the claim, or undefined when it is lost */
  release(): pg.Client | undefined {
    this.#released = true;
    return this.#client;
  }

  #keep(client: pg.Client): void {
    this.#client = client;
    client.once('end', () => {
      this.#client = undefined;
      if (!this.#released) void this.#renew();
    });
  }

  async #renew(): Promise<void> {
    const { say } = this.#options;
    say('The connection that guards the embedded PostgreSQL was lost; trying to renew it.');
    for (const pauseMs of PAUSES_MS) {
      await pause(pauseMs, undefined, { ref: false });
      if (this.#released) return;
      try {
        say(await this.#claimAgain());
        return;
      } catch {
        // Still coming up again, or gone for good: the last pause tells.
      }
    }
    say('The embedded PostgreSQL is gone; stop this server and start it again.');
  }

  async #claimAgain(): Promise<string> {
    const client = await this.#options.again();
    if (!client) return 'Another Bridgelog server took the embedded PostgreSQL; stop this one.';
    if (this.#released) await client.end();
    else this.#keep(client);
    return 'The connection that guards the embedded PostgreSQL is back.';
  }
}
