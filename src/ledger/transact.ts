import type pg from 'pg';
import type { Accepted, Facts, Refusal } from '../kernel/decision.js';
import type { AnyEvent, StoredEvent } from '../kernel/event.js';
import { latestBy } from '../kernel/instant.js';
import type { StreamKind } from '../kernel/stream.js';
import { requestHash } from './canonical.js';
import type { Coalescer } from './coalescer.js';
import {
  keyReused,
  occurredAtAhead,
  versionConflict,
  type Command,
  type LedgerRefusal,
  type Outcome,
} from './command.js';
import { asStored, changesNothing, prepare } from './drafts.js';
import type { DueTimes } from './due-times.js';
import type { EventReader } from './event-reader.js';
import { Overloaded, type AppendKey, type GroupResult } from './group.js';
import { loadHead, type Head, type RecordedKey } from './heads.js';
import { Lanes } from './lanes.js';
import type { PayloadCodec } from './payload-codec.js';

export type TransactorOptions = {
  readonly pool: pg.Pool;
  readonly coalescer: Coalescer;
  readonly codec: PayloadCodec;
  readonly reader: EventReader;
  readonly due: DueTimes;
  /** Milliseconds that a command may take from arrival; then `Overloaded`. */
  readonly deadline?: number;
};

/** Either the command is answered, or the stream moved and it has to be decided again. */
type Attempt<S, E extends AnyEvent, R extends Refusal> = Outcome<S, E, R> | 'moved';

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

class Run<S, E extends AnyEvent, R extends Refusal> {
  private readonly key: AppendKey | undefined;

  constructor(
    private readonly kind: StreamKind<S, E>,
    private readonly command: Command<S, E, R>,
    private readonly options: TransactorOptions,
    private readonly leave: (head: Head<unknown>) => void,
  ) {
    const { idempotency, actor } = command;
    this.key = idempotency && {
      scope: actor.id,
      key: idempotency.key,
      requestHash: requestHash(idempotency.request),
    };
  }

  /** One try, on the head that the lane carried or a fresh one. */
  async attempt(carried: Head<S> | undefined): Promise<Attempt<S, E, R>> {
    const { head, recorded } = carried ? { head: carried, recorded: undefined } : await this.load();
    if (recorded) return this.replay(head, recorded);
    const verdict = await this.judge(head);
    if ('refusals' in verdict) {
      // A carried head may be behind another process: a refusal needs a fresh look.
      return carried ? 'moved' : this.refused(head, verdict.refusals);
    }
    if (changesNothing(verdict.accepted) && !this.key) {
      return carried ? 'moved' : this.refused(head, []);
    }
    return this.append(head, verdict.accepted, verdict.facts);
  }

  private load(streamId = this.command.streamId) {
    const place = { organization: this.command.organization, streamId, initial: this.kind.initial };
    return loadHead(this.options.pool, place, this.key);
  }

  private async judge(
    head: Head<S>,
  ): Promise<
    { refusals: readonly (R | LedgerRefusal)[] } | { accepted: Accepted<E, R>; facts: Facts }
  > {
    const { command } = this;
    const facts: Facts = {
      actor: command.actor,
      now: head.now,
      occurredAt: command.occurredAt ?? head.now,
    };
    if (command.expectedVersion !== undefined && command.expectedVersion !== head.version) {
      return { refusals: [versionConflict(head.version)] };
    }
    if (facts.occurredAt > latestBy(head.now)) {
      return { refusals: [occurredAtAhead(head.now)] };
    }
    const decision = await command.decide(head.state, facts);
    return 'refusals' in decision ? decision : { accepted: decision, facts };
  }

  private async append(
    head: Head<S>,
    accepted: Accepted<E, R>,
    facts: Facts,
  ): Promise<Attempt<S, E, R>> {
    const { kind, command } = this;
    const decided = { kind, command, head, accepted, occurredAt: facts.occurredAt };
    const prepared = await prepare(decided, this.options.codec);
    const result = await this.options.coalescer.submit({ ...prepared.group, key: this.key });
    if (result.verdict !== 'appended') return this.notAppended(head, accepted, result);
    const after: Head<S> = {
      version: head.version + accepted.events.length,
      state: prepared.after,
      position: result.lastPosition,
      now: result.recordedAt,
    };
    this.leave(after);
    this.options.due.announce(accepted.due ?? [], after.now);
    return this.outcome(after, asStored(prepared, result.firstPosition, result.recordedAt));
  }

  private notAppended(
    head: Head<S>,
    accepted: Accepted<E, R>,
    result: Exclude<GroupResult, { verdict: 'appended' }>,
  ): Attempt<S, E, R> {
    switch (result.verdict) {
      case 'conflict':
      case 'replayed': // The same key came in elsewhere meanwhile: the next look finds it.
        return 'moved';
      case 'key-reused':
        return this.refused(head, [keyReused()]);
      case 'reserved': {
        const wanted = accepted.take?.[result.index];
        if (!wanted) throw new Error(`a reservation that was not asked for: ${result.key}`);
        return this.refused(head, [wanted.refusal(result)]);
      }
      case 'unknown-organization':
        throw new Error(`no ledger of organization ${this.command.organization}`);
    }
  }

  private async replay(head: Head<S>, recorded: RecordedKey): Promise<Outcome<S, E, R>> {
    const { command, key } = this;
    if (!key?.requestHash.equals(recorded.requestHash)) return this.refused(head, [keyReused()]);
    const { streamId, firstVersion, lastVersion } = recorded;
    const events = await this.options.reader.stream(
      command.organization,
      streamId,
      firstVersion,
      lastVersion,
    );
    // A creating command that is sent again names a new stream; the key knows the first one.
    const first = streamId === command.streamId ? head : (await this.load(streamId)).head;
    const outcome = this.outcome(first, events as readonly StoredEvent<E>[]);
    return { ...outcome, streamId, replayed: true };
  }

  private refused(head: Head<S>, refusals: readonly (R | LedgerRefusal)[]): Outcome<S, E, R> {
    this.leave(head);
    return { ...this.outcome(head, []), refusals };
  }

  private outcome(head: Head<S>, events: readonly StoredEvent<E>[]): Outcome<S, E, R> {
    const { state, version, position } = head;
    const { streamId } = this.command;
    return { streamId, state, version, position, events, replayed: false, refusals: [] };
  }
}
