import { Injectable } from '@nestjs/common';
import type { Facts } from '../kernel/decision.js';
import type { Actor, StoredEvent } from '../kernel/event.js';
import type { Command, LedgerRefusal, Outcome } from '../ledger/command.js';
import { Ledger } from '../ledger/ledger.js';
import { ActingService } from '../organization/acting.service.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import { allIncidents, type ReadSession } from '../platform/database/read-session.js';
import { keyOf, type CommandInput } from '../platform/graphql/command-input.js';
import type { OperationContext } from '../platform/graphql/context.js';
import type { IncidentEvent } from './domain/events.js';
import type { Incident } from './domain/incident.js';
import type { IncidentRefusal } from './domain/refusals.js';
import type { IncidentRule } from './domain/rule.js';
import type { ReadFacts } from './facts/facts.js';
import { viewOf, type IncidentView } from './incident.view.js';
import { incidentKind } from './incident.kind.js';

/** A command as it came in. */
export type Asked = { readonly input: CommandInput; readonly context: OperationContext };

/** What a mutation answers with. */
export type IncidentRecorded = {
  readonly incident: IncidentView | null;
  readonly events: readonly StoredEvent<IncidentEvent>[];
  readonly position: number;
  readonly replayed: boolean;
  readonly refusals: readonly (IncidentRefusal | LedgerRefusal)[];
  readonly notices: readonly Notice[];
};

/** Something worth knowing about a command that was accepted. */
export type Notice = { readonly code: string; readonly message: string };

/** A rule, its command, and where it needs them the facts that it is told beside the usual ones. */
export type Ruling<C, F extends Facts> = {
  readonly incident: string;
  readonly rule: IncidentRule<C, F>;
  readonly command: C;
  readonly facts?: ReadFacts<F>;
  /** What is worth knowing once it is accepted, as far as the viewer may know: looked up after. */
  readonly notices?: (recorded: IncidentRecorded) => Promise<readonly Notice[]>;
};

/** A rule of Bridgelog itself that acts, and what made it. */
export type ByPolicy = {
  readonly organization: string;
  readonly policy: string;
  /** The event that it follows from. */
  readonly causationId: string;
};

type Recording = Command<Incident, IncidentEvent, IncidentRefusal>;

/** The front door of incidents: load, decide, append, answer from the state just folded. */
@Injectable()
export class IncidentService {
  private readonly sessions: PoolReadSessions;

  constructor(
    private readonly ledger: Ledger,
    private readonly acting: ActingService,
    app: AppPool,
  ) {
    this.sessions = new PoolReadSessions(app.pool);
  }

  /** Lets a rule decide on a command, and records what it says. */
  async command<C, F extends Facts = Facts>(
    ruling: Ruling<C, F>,
    { input, context }: Asked,
  ): Promise<IncidentRecorded> {
    const { idempotencyKey: _key, ...rest } = input;
    const key = keyOf(input, context);
    const recorded = await this.decide(ruling, {
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
    const { refusals } = recorded;
    const notices = refusals.length === 0 ? await ruling.notices?.(recorded) : undefined;
    return { ...recorded, notices: notices ?? [] };
  }

  /** Lets a rule decide on what a policy wants. */
  policy<C, F extends Facts = Facts>(
    ruling: Ruling<C, F>,
    { organization, policy, causationId }: ByPolicy,
  ): Promise<IncidentRecorded> {
    const actor: Actor = { kind: 'POLICY', id: policy };
    return this.decide(ruling, {
      organization,
      actor,
      via: null,
      correlationId: null,
      causationId,
    });
  }

  /** Reads within the organization, all of its incidents. */
  async read<T>(organization: string, work: (reads: ReadSession) => Promise<T>): Promise<T> {
    const reads = this.sessions.open(organization, allIncidents);
    try {
      return await work(reads);
    } finally {
      await reads.close();
    }
  }

  private async decide<C, F extends Facts>(
    { incident, rule, command, facts: readFacts }: Ruling<C, F>,
    given: Omit<Recording, 'streamId' | 'decide'>,
  ): Promise<IncidentRecorded> {
    const { organization, actor } = given;
    const event = (id: string) => this.ledger.reader.byId(organization, id);
    const outcome = await this.ledger.transact(incidentKind, {
      ...given,
      streamId: incident,
      decide: async (state, facts) => {
        const told =
          readFacts &&
          (await this.read(organization, (reads) =>
            readFacts({ organization, incident, actor, state, reads, event }),
          ));
        return rule(command, state, { ...facts, ...told } as unknown as F);
      },
    });
    return recorded(outcome);
  }
}

const recorded = (
  outcome: Outcome<Incident, IncidentEvent, IncidentRefusal>,
): IncidentRecorded => ({
  incident: viewOf(outcome.streamId, outcome.version, outcome.state),
  events: outcome.events,
  position: outcome.position,
  replayed: outcome.replayed,
  refusals: outcome.refusals,
  notices: [],
});
