import type pg from 'pg';
import { appendCall, resultOf, type AppendRow } from './append-call.js';
import { takeBatch, weigh, type Waiting } from './batch.js';
import { Overloaded, type Group, type GroupResult } from './group.js';
import { connectionBroke } from './sql-errors.js';

type Job = Waiting & {
  readonly settle: (result: GroupResult) => void;
  readonly fail: (error: unknown) => void;
  /** Sent once on a connection that broke before it answered: the outcome is unknown. */
  unsure: boolean;
};

export type CoalescerOptions = {
  /** Connections of the application's role that nothing else uses. */
  readonly pool: pg.Pool;
  /** Asks what became of groups whose answer was lost: the result of those that were appended. */
  readonly recall: (groups: readonly Group[]) => Promise<ReadonlyMap<Group, GroupResult>>;
  /** Groups that may wait; beyond it callers get `Overloaded`. */
  readonly mostWaiting?: number;
  /** Batches in flight. */
  readonly mostInFlight?: number;
  /** recordedAt ran ahead of the clock by more than 5 s. */
  readonly onClockBehind?: (recordedAt: string, clock: string) => void;
};

const resends = 5;

/**
 * Sends what gathered while the last batch was committing, mixed over organizations. There is
 * no timer, so a single caller waits for nothing; under load one commit serves many groups.
 */
export class Coalescer {
  private readonly queue: Job[] = [];
  private readonly sending = new Set<Promise<void>>();
  private stopped = false;

  constructor(private readonly options: CoalescerOptions) {}

  /**
   * Resolves when the group is durable, or was found not to apply. Throws `Overloaded` when too
   * many wait, and what PostgreSQL threw when it refused this group alone.
   */
  submit(group: Group): Promise<GroupResult> {
    if (this.stopped || this.queue.length >= (this.options.mostWaiting ?? 10_000)) {
      return Promise.reject(new Overloaded('appends'));
    }
    return new Promise((settle, fail) => {
      this.queue.push({ group, bytes: weigh(group), settle, fail, unsure: false });
      this.pump();
    });
  }

  /** Takes nothing more and resolves when all that was taken is answered. */
  async stop(): Promise<void> {
    this.stopped = true;
    while (this.sending.size > 0) await Promise.all(this.sending);
  }

  private pump(): void {
    while (this.queue.length > 0 && this.sending.size < (this.options.mostInFlight ?? 2)) {
      const batch = takeBatch(this.queue);
      const sent: Promise<void> = this.send(batch, resends).finally(() => {
        this.sending.delete(sent);
        this.pump();
      });
      this.sending.add(sent);
    }
  }

  private async send(batch: readonly Job[], triesLeft: number): Promise<void> {
    try {
      const open = await this.settleRemembered(batch);
      if (open.length > 0) this.answer(open, await this.call(open));
    } catch (error) {
      await this.recover(batch, error, triesLeft);
    }
  }

  private async call(jobs: readonly Job[]): Promise<AppendRow[]> {
    return (await this.options.pool.query<AppendRow>(appendCall(jobs.map((job) => job.group))))
      .rows;
  }

  private answer(jobs: readonly Job[], rows: readonly AppendRow[]): void {
    for (const [index, job] of jobs.entries()) {
      const row = rows[index];
      if (row) job.settle(resultOf(row));
      else job.fail(new Error('bridgelog.append answered fewer results than groups'));
    }
    const late = rows.find((row) => Date.parse(row.recorded_at) - Date.parse(row.read_at) > 5_000);
    if (late) this.options.onClockBehind?.(late.recorded_at, late.read_at);
  }

  /** Settles the jobs that an earlier, unanswered call did append; gives back the others. */
  private async settleRemembered(batch: readonly Job[]): Promise<readonly Job[]> {
    const unsure = batch.filter((job) => job.unsure);
    if (unsure.length === 0) return batch;
    const known = await this.options.recall(unsure.map((job) => job.group));
    for (const job of unsure) {
      const result = known.get(job.group);
      if (result) job.settle(result);
      else job.unsure = false;
    }
    return batch.filter((job) => !known.has(job.group));
  }

  private async recover(batch: readonly Job[], error: unknown, triesLeft: number): Promise<void> {
    if (connectionBroke(error)) {
      for (const job of batch) job.unsure = true;
      if (triesLeft > 0) return this.again(batch, triesLeft - 1);
    } else if (batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      await this.send(batch.slice(0, middle), triesLeft);
      return this.send(batch.slice(middle), triesLeft);
    }
    for (const job of batch) job.fail(error);
  }

  /** The database may be restarting: 0.1, 0.2, 0.4, 0.8 and 1.6 s with jitter. */
  private async again(batch: readonly Job[], triesLeft: number): Promise<void> {
    const pause = 100 * 2 ** (resends - triesLeft - 1) * (0.75 + Math.random() / 2);
    await new Promise((resolve) => setTimeout(resolve, pause));
    return this.send(batch, triesLeft);
  }
}
