import type { Refusal } from '../kernel/decision.js';
import type { AnyEvent } from '../kernel/event.js';
import type { StreamKind } from '../kernel/stream.js';
import type { Command, Outcome } from './command.js';
import { Overloaded } from './group.js';
import type { Head } from './heads.js';
import { Lanes } from './lanes.js';
import { Run, type TransactorOptions } from './run.js';

/**
 * Load, decide, append. Commands on one stream run in a lane, each decided on what the one
 * before it left; a conflict (another process was faster) is decided again until the deadline.
 */
export class Transactor {
  private readonly lanes = new Lanes<Head<unknown>>();

  constructor(private readonly options: TransactorOptions) {}

  /** Throws `Overloaded` when the command could not be decided in time; nothing was recorded. */
  transact<S, E extends AnyEvent, R extends Refusal>(
    kind: StreamKind<S, E>,
    command: Command<S, E, R>,
  ): Promise<Outcome<S, E, R>> {
    const end = performance.now() + (this.options.deadline ?? 5_000);
    const lane = `${command.organization} ${command.streamId}`;
    return this.lanes.run(lane, async (carried, leave) => {
      const run = new Run(kind, command, this.options, leave);
      const inherited = carried as Head<S> | undefined;
      if (performance.now() > end) throw new Overloaded(`commands on ${command.streamId}`);
      let answer = await run.attempt(command.idempotency ? undefined : inherited);
      for (let tries = 1; answer === 'moved'; tries += 1) {
        if (performance.now() > end) throw new Overloaded(`commands on ${command.streamId}`);
        if (tries > 1) await pauseWithJitter(tries);
        answer = await run.attempt(undefined);
      }
      return answer;
    });
  }
}

/** Up to 2 ms for the first conflict, and at most 50 ms. */
const pauseWithJitter = (tries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(50, 2 ** tries) * Math.random()));
