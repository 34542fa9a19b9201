import type pg from 'pg';
import { appendCall, resultOf, type AppendRow } from './append-call.js';
import { takeBatch, waiting, type Waiting } from './batch.js';
import { InFlight } from './in-flight.js';
import { Overloaded, type Group, type GroupResult } from './group.js';
import { connectionBroke, lockTimedOut } from './sql-errors.js';

type Job = Waiting & {
  readonly settle: (result: GroupResult) => void;
  readonly fail: (error: unknown) => void;
  answered: boolean;
  /** A connection broke before it answered: an earlier call may have appended the group. */
  sentBefore: boolean;
};

export type CoalescerOptions = {
  /** Connections of the application's role that nothing else uses, two or more. */
  readonly pool: pg.Pool;
  /** Asks what became of groups whose answer was lost: the result of those that were appended. */
  readonly recall: (groups: readonly Group[]) => Promise<ReadonlyMap<Group, GroupResult>>;
  /** Groups that may wait; beyond it callers get `Overloaded`. */
  readonly mostWaiting?: number;
  /** Batches in flight. */
  readonly mostInFlight?: number;
  /** Milliseconds before the first of five resends; each further one waits twice as long. */
  readonly resendAfter?: number;
  /** recordedAt ran ahead of the clock by more than 5 s. */
  readonly onClockBehind?: (recordedAt: string, clock: string) => void;
};

const resends = 5;

const pair = <Why>(jobs: readonly Job[], why: Why) => jobs.map((job) => [job, why] as const);

/**
 * Sends what gathered while the last batch was committing, mixed over organizations. Nobody
 * waits for more to gather: a single caller is sent at once; under load one commit serves many.
 * Organizations whose ledger somebody else holds wait in a lane beside the others.
 */
export class Coalescer {
  private readonly queue: Job[] = [];
  private readonly held = new Map<string, Job[]>();
  private readonly sending: InFlight;
  private readonly sendingHeld: InFlight;
  private stopped = false;

  constructor(private readonly options: CoalescerOptions) {
    const pump = () => this.pump();
    this.sending = new InFlight(options.mostInFlight ?? 2, pump);
    this.sendingHeld = new InFlight(1, pump);
  }

  /**
   * Resolves when the group is durable, or was found not to apply. Throws `Overloaded` when too
   * many wait or somebody else holds the ledger for longer than the lock time-out, and what
   * PostgreSQL threw when it refused this group alone.
   */
  submit(group: Group): Promise<GroupResult> {
    let waits = this.queue.length;
    for (const jobs of this.held.values()) waits += jobs.length;
    if (this.stopped || waits >= (this.options.mostWaiting ?? 10_000)) {
      return Promise.reject(new Overloaded('appends'));
    }
    return new Promise((resolve, reject) => {
      const answering =
        <A>(answer: (given: A) => void) =>
        (given: A) => {
          job.answered = true;
          answer(given);
        };
      const job: Job = {
        ...waiting(group),
        settle: answering(resolve),
        fail: answering(reject),
        answered: false,
        sentBefore: false,
      };
      (this.held.get(group.organization) ?? this.queue).push(job);
      this.pump();
    });
  }

  /** Takes nothing more and resolves when all that was taken is answered. */
  async stop(): Promise<void> {
    this.stopped = true;
    while (this.sending.count + this.sendingHeld.count > 0) {
      await Promise.all([this.sending.ended(), this.sendingHeld.ended()]);
    }
  }

  private pump(): void {
    while (this.sending.hasRoomFor(this.queue.length)) {
      this.sending.start(this.send(takeBatch(this.queue), resends));
    }
    const [next] = [...this.held].find(([, jobs]) => jobs.length > 0) ?? [];
    if (next !== undefined && this.sendingHeld.count === 0) {
      this.sendingHeld.start(this.sendHeld(next));
    }
  }

  private async send(batch: readonly Job[], triesLeft: number): Promise<void> {
    try {
      const call = appendCall(batch.map((job) => job.group));
      const { rows } = await this.options.pool.query<AppendRow>(call);
      if (this.held.size > 0) this.letGo(batch);
      await this.answer(batch, rows);
    } catch (error) {
      const open = batch.filter((job) => !job.answered);
      if (open.length === 0) throw error;
      await this.recover(open, error, triesLeft);
    }
  }

  private async answer(jobs: readonly Job[], rows: readonly AppendRow[]): Promise<void> {
    const refused: [Job, GroupResult][] = [];
    for (const [index, job] of jobs.entries()) {
      const result = rows[index] && resultOf(rows[index]);
      if (!result) job.fail(new Error('bridgelog.append answered fewer results than groups'));
      else if (result.verdict === 'appended') job.settle(result);
      else refused.push([job, result]);
    }
    const late = rows.find(
      ({ recorded_at: recorded, read_at: clock }) =>
        recorded > clock && Date.parse(recorded) - Date.parse(clock) > 5_000,
    );
    if (late) this.options.onClockBehind?.(late.recorded_at, late.read_at);
    await this.refuse(refused, (job, result) => job.settle(result));
  }

  /** Answers jobs that this call did not append, unless one whose answer was lost had done so. */
  private async refuse<Why>(
    refused: readonly (readonly [Job, Why])[],
    end: (job: Job, why: Why) => void,
  ): Promise<void> {
    const unsure = refused.filter(([job]) => job.sentBefore).map(([job]) => job.group);
    const known = unsure.length > 0 ? await this.options.recall(unsure) : undefined;
    for (const [job, why] of refused) {
      const result = known?.get(job.group);
      if (result) job.settle(result);
      else end(job, why);
    }
  }

  private async recover(batch: readonly Job[], error: unknown, triesLeft: number): Promise<void> {
    try {
      if (connectionBroke(error)) await this.again(batch, error, triesLeft);
      else if (lockTimedOut(error)) await this.setAside(batch);
      else if (batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        await this.send(batch.slice(0, middle), triesLeft);
        await this.send(batch.slice(middle), triesLeft);
      } else await this.refuse(pair(batch, error), (job, why) => job.fail(why));
    } catch (unsettled) {
      for (const job of batch) job.fail(unsettled);
    }
  }

  /** The database may be restarting. */
  private async again(batch: readonly Job[], error: unknown, triesLeft: number): Promise<void> {
    for (const job of batch) job.sentBefore = true;
    if (triesLeft === 0) throw error;
    const pause = (this.options.resendAfter ?? 100) * 2 ** (resends - triesLeft);
    await new Promise((resolve) => setTimeout(resolve, pause * (0.75 + Math.random() / 2)));
    await this.send(batch, triesLeft - 1);
  }

  /** Somebody holds a ledger of this batch. Which one it is shows when each is asked for alone. */
  private async setAside(batch: readonly Job[]): Promise<void> {
    const organizations = new Set(batch.map((job) => job.group.organization));
    const isAside = (job: Job) => organizations.has(job.group.organization);
    const aside = this.queue.filter(isAside);
    this.queue.splice(0, Infinity, ...this.queue.filter((job) => !isAside(job)));
    for (const each of organizations) this.held.set(each, this.held.get(each) ?? []);
    for (const job of organizations.size > 1 ? [...batch, ...aside] : aside) {
      this.held.get(job.group.organization)?.push(job);
    }
    if (organizations.size > 1) return;
    const held = new Overloaded('appends to this ledger');
    await this.refuse(pair(batch, held), (job, why) => job.fail(why));
  }

  private async sendHeld(organization: string): Promise<void> {
    const jobs = this.held.get(organization) ?? [];
    // Behind the others that are held, for the next turn.
    this.held.delete(organization);
    this.held.set(organization, jobs);
    await this.send(takeBatch(jobs), resends);
  }

  /** The ledgers of these jobs were had: they are held no longer. */
  private letGo(batch: readonly Job[]): void {
    for (const { group } of batch) {
      const jobs = this.held.get(group.organization);
      if (!jobs) continue;
      this.held.delete(group.organization);
      this.queue.unshift(...jobs);
    }
  }
}
