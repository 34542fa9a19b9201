import type pg from 'pg';
import type { Accepted, Facts, Refusal, Refused } from '../kernel/decision.js';
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
import type { DueTimes } from './due-times.js';
import type { EventReader } from './event-reader.js';
import type { AppendKey, GroupResult } from './group.js';
import { loadHead, type Head, type RecordedKey } from './heads.js';
import type { PayloadCodec } from './payload-codec.js';
import { asStored, changesNothing, prepare } from './prepare.js';

export type TransactorOptions = {
  readonly pool: pg.Pool;
  readonly coalescer: Coalescer;
  readonly codec: PayloadCodec;
  readonly reader: EventReader;
  readonly due: DueTimes;
  /** Milliseconds that a command may take from arrival; then `Overloaded`. */
  readonly deadline?: number;
};

/** A decision, and what it was made on. */
type Judged<S, D> = {
  readonly decision: D;
  readonly facts: Facts;
  /** Of the other stream that the command names. */
  readonly beside?: Head<S> | undefined;
};
type Verdict<E extends AnyEvent, R extends Refusal> =
  Accepted<E, R> | Refused<E, R | LedgerRefusal>;

/** Either the command is answered, or the stream moved and it has to be decided again. */
type Attempt<S, E extends AnyEvent, R extends Refusal> = Outcome<S, E, R> | 'moved';

/** The tries of one command. */
export class Run<S, E extends AnyEvent, R extends Refusal> {
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
    // A carried head may be behind another process: a refusal needs a fresh look.
    if (carried && !('events' in verdict.decision && !changesNothing(verdict.decision)))
      return 'moved';
    return this.settle(head, verdict);
  }

  private async settle(
    head: Head<S>,
    { decision, ...on }: Judged<S, Verdict<E, R>>,
  ): Promise<Attempt<S, E, R>> {
    if ('refusals' in decision) return this.refuse(head, { decision, ...on });
    if (changesNothing(decision) && !this.key) return this.refused(head, []);
    return this.append(head, { decision, ...on }, this.key);
  }

  /** What is noted of a refusal is recorded without the key: the command was not done. */
  private async refuse(
    head: Head<S>,
    { decision, ...on }: Judged<S, Refused<E, R | LedgerRefusal>>,
  ): Promise<Attempt<S, E, R>> {
    const { refusals, noted = [] } = decision;
    if (noted.length === 0) return this.refused(head, refusals);
    const outcome = await this.append(head, { decision: { events: noted }, ...on }, undefined);
    return outcome === 'moved' ? outcome : { ...outcome, refusals };
  }

  private load(streamId = this.command.streamId) {
    const place = { organization: this.command.organization, streamId, initial: this.kind.initial };
    return loadHead(this.options.pool, place, this.key);
  }

  private async judge(head: Head<S>): Promise<Judged<S, Verdict<E, R>>> {
    const { command } = this;
    const facts: Facts = {
      actor: command.actor,
      now: head.now,
      occurredAt: command.occurredAt ?? head.now,
    };
    if (command.expectedVersion !== undefined && command.expectedVersion !== head.version) {
      return { facts, decision: { refusals: [versionConflict(head.version)] } };
    }
    if (facts.occurredAt > latestBy(head.now)) {
      return { facts, decision: { refusals: [occurredAtAhead(head.now)] } };
    }
    const beside =
      command.beside === undefined ? undefined : (await this.load(command.beside)).head;
    return { facts, beside, decision: await command.decide(head.state, facts, beside?.state) };
  }

  private async append(
    head: Head<S>,
    accepted: Judged<S, Accepted<E, R>>,
    key: AppendKey | undefined,
  ): Promise<Attempt<S, E, R>> {
    const { kind, command } = this;
    const { decision, facts, beside } = accepted;
    const prepared = await prepare(
      { kind, command, head, beside, accepted: decision, occurredAt: facts.occurredAt },
      this.options.codec,
    );
    const result = await this.options.coalescer.submit({ ...prepared.group, key });
    if (result.verdict !== 'appended') return this.notAppended(head, accepted, result);
    const after: Head<S> = {
      version: head.version + prepared.own.events.length,
      state: prepared.own.after,
      position: result.lastPosition,
      now: result.recordedAt,
    };
    this.leave(after);
    this.options.due.announce(prepared.group.due ?? [], after.now);
    return this.outcome(after, asStored(prepared, result.firstPosition, result.recordedAt));
  }

  private async notAppended(
    head: Head<S>,
    { decision: accepted, ...on }: Judged<S, Accepted<E, R>>,
    result: Exclude<GroupResult, { verdict: 'appended' }>,
  ): Promise<Attempt<S, E, R>> {
    switch (result.verdict) {
      case 'conflict':
      case 'replayed': // The same key came in elsewhere meanwhile: the next look finds it.
        return 'moved';
      case 'key-reused':
        return this.refused(head, [keyReused()]);
      case 'reserved': {
        const wanted = accepted.take?.[result.index];
        if (!wanted) throw new Error(`a reservation that was not asked for: ${result.key}`);
        return wanted.otherwise
          ? this.settle(head, { ...on, decision: await wanted.otherwise(result) })
          : this.refused(head, [wanted.refusal(result)]);
      }
      case 'unknown-organization':
        throw new Error(`no ledger of organization ${this.command.organization}`);
    }
  }

  private async replay(head: Head<S>, recorded: RecordedKey): Promise<Outcome<S, E, R>> {
    const { command, key } = this;
    if (!key?.requestHash.equals(recorded.requestHash)) return this.refused(head, [keyReused()]);
    const { streamId, firstVersion, lastVersion, position } = recorded;
    const { reader } = this.options;
    const { organization } = command;
    const own = await reader.stream(organization, streamId, firstVersion, lastVersion);
    // The events of a group stand one behind the other: what follows its own is of the other stream.
    const next = (own.at(-1)?.position ?? position) + 1;
    const others = await reader.ledger(organization, next, position);
    // A creating command that is sent again names a new stream; the key knows the first one.
    const first = streamId === command.streamId ? head : (await this.load(streamId)).head;
    const outcome = this.outcome(first, [...own, ...others] as StoredEvent[] as StoredEvent<E>[]);
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
