import { Injectable } from '@nestjs/common';
import type { Facts } from '../kernel/decision.js';
import type { Actor, StoredEvent } from '../kernel/event.js';
import type { Instant } from '../kernel/instant.js';
import type { Command, LedgerRefusal } from '../ledger/command.js';
import { Ledger } from '../ledger/ledger.js';
import { ActingService } from '../organization/acting.service.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import { allIncidents, type ReadSession } from '../platform/database/read-session.js';
import { keyOf, type CommandInput } from '../platform/graphql/command-input.js';
import type { OperationContext } from '../platform/graphql/context.js';
import { newId } from '../platform/ids.js';
import { changeKind } from './change.kind.js';
import { ChangeReads } from './change.reads.js';
import type { Change } from './domain/change.js';
import type { ChangeEvent, RecordChange } from './domain/events.js';
import { recordChange } from './domain/record-change.js';
import type { ChangeRefusal } from './domain/refusals.js';
import { reviseChange, type ReviseChange } from './domain/revise-change.js';
import type { ChangeRule } from './domain/rule.js';
import { finishLook } from './domain/suspicion.js';
import {
  changeOfOrigin,
  changesById,
  latestWithin,
  type ChangeView,
} from './views/changes.query.js';

/** What came of a command. With refusals, nothing was recorded. */
export type ChangeRecording = {
  readonly id: string;
  readonly events: readonly StoredEvent<ChangeEvent>[];
  readonly position: number;
  readonly replayed: boolean;
  readonly refusals: readonly (ChangeRefusal | LedgerRefusal)[];
  readonly notices: readonly never[];
};

type Asked = { readonly input: CommandInput; readonly context: OperationContext };
type Ruling<C> = { readonly change: string; readonly rule: ChangeRule<C>; readonly command: C };
type Given = Omit<Command<Change, ChangeEvent, ChangeRefusal>, 'streamId' | 'decide'>;

/** The front door of changes: what was deployed, configured or migrated outside of Bridgelog. */
@Injectable()
export class ChangeService {
  private readonly sessions: PoolReadSessions;

  constructor(
    private readonly ledger: Ledger,
    private readonly acting: ActingService,
    private readonly reads: ChangeReads,
    app: AppPool,
  ) {
    this.sessions = new PoolReadSessions(app.pool);
  }

  /** Without an id of its own, it is found by the id that the other system has for it. */
  async record(
    said: Omit<RecordChange, 'change'> & { readonly change?: string | undefined },
    asked: Asked,
  ): Promise<ChangeRecording> {
    const { organization } = asked.context.viewer;
    const recordAs = (change: string) =>
      this.command({ change, rule: recordChange, command: { ...said, change } }, asked);
    if (said.change !== undefined) return recordAs(said.change);
    const { origin } = said;
    const known =
      origin && (await this.read(organization, (reads) => changeOfOrigin(reads, origin)));
    const id = known ?? newId('chg');
    const recording = await recordAs(id);
    // Somebody recorded it since it was looked for: this may be the same, said again.
    const [taken] = recording.refusals;
    return taken?.code === 'CHANGE_EXISTS' && taken.change !== id
      ? recordAs(taken.change)
      : recording;
  }

  revise(command: ReviseChange, asked: Asked): Promise<ChangeRecording> {
    return this.command({ change: command.change, rule: reviseChange, command }, asked);
  }

  byId(context: OperationContext, id: string): Promise<ChangeView | null> {
    return this.reads.byId(context, id);
  }

  /** As it stands after a command of the same operation. */
  now(context: OperationContext, id: string): Promise<ChangeView | null> {
    return this.reads.now(context, id);
  }

  /** The change with this id as it is recorded now. */
  async find(reads: ReadSession, id: string): Promise<ChangeView | undefined> {
    return (await changesById(reads, [id]))[0];
  }

  /** The latest changes that began within these times, both included, but for those named. */
  latestWithin(
    reads: ReadSession,
    times: { readonly from: Instant; readonly to: Instant },
    except: readonly string[],
    limit: number,
  ) {
    return latestWithin(reads, times, except, limit);
  }

  /** Clears what `suspects` are due for by an event, unless another gave the change a new time. */
  async finishLook(
    change: string,
    by: { readonly organization: string; readonly policy: string; readonly causationId: string },
  ): Promise<void> {
    const { organization, policy, causationId } = by;
    const actor: Actor = { kind: 'POLICY', id: policy };
    const given = { organization, actor, via: null, correlationId: null, causationId };
    await this.decide({ change, rule: finishLook, command: { saidBy: causationId } }, given);
  }

  private async command<C>(ruling: Ruling<C>, { input, context }: Asked): Promise<ChangeRecording> {
    const { idempotencyKey: _key, ...rest } = input;
    const key = keyOf(input, context);
    return this.decide(ruling, {
      organization: context.viewer.organization,
      actor: await this.acting.actorFor(input, context),
      via: context.viewer.token,
      correlationId: context.requestId,
      occurredAt: input.occurredAt ?? undefined,
      expectedVersion: input.expectedVersion ?? undefined,
      ...(key !== undefined && {
        idempotency: { key, request: { command: ruling.rule.name, input: rest } },
      }),
    });
  }

  private async decide<C>(
    { change, rule, command }: Ruling<C>,
    given: Given,
  ): Promise<ChangeRecording> {
    const decide = async (state: Change, facts: Facts) => {
      const first = await this.first(given.organization, state);
      return rule(command, state, { ...facts, first });
    };
    const outcome = await this.ledger.transact(changeKind, { ...given, streamId: change, decide });
    const { streamId: id, events, position, replayed, refusals } = outcome;
    return { id, events, position, replayed, refusals, notices: [] };
  }

  private async first(organization: string, change: Change): Promise<RecordChange | undefined> {
    if (change.status === 'unrecorded') return undefined;
    const event = await this.ledger.reader.byId(organization, change.event);
    return event?.data as RecordChange | undefined;
  }

  private async read<T>(organization: string, work: (reads: ReadSession) => Promise<T>) {
    const reads = this.sessions.open(organization, allIncidents);
    try {
      return await work(reads);
    } finally {
      await reads.close();
    }
  }
}
