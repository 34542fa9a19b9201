import { Injectable } from '@nestjs/common';
import type { Facts } from '../kernel/decision.js';
import type { StoredEvent } from '../kernel/event.js';
import type { LedgerRefusal, Outcome } from '../ledger/command.js';
import { Ledger } from '../ledger/ledger.js';
import { ActingService } from '../organization/acting.service.js';
import { keyOf, type CommandInput } from '../platform/graphql/command-input.js';
import type { OperationContext } from '../platform/graphql/context.js';
import type { IncidentEvent } from './domain/events.js';
import type { Incident } from './domain/incident.js';
import type { IncidentRefusal } from './domain/refusals.js';
import type { IncidentRule } from './domain/rule.js';
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
  readonly notices: readonly never[];
};

type Told<F extends Facts> = Omit<F, keyof Facts>;

/** A rule, its command, and where it needs them the facts that it is told beside the usual ones. */
export type Ruling<C, F extends Facts> = {
  readonly incident: string;
  readonly rule: IncidentRule<C, F>;
  readonly command: C;
  readonly facts?: (state: Incident) => Promise<Told<F>>;
};

/** The front door of incidents: load, decide, append, answer from the state just folded. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly ledger: Ledger,
    private readonly acting: ActingService,
  ) {}

  /** Lets a rule decide on a command, and records what it says. */
  async command<C, F extends Facts = Facts>(
    ruling: Ruling<C, F>,
    asked: Asked,
  ): Promise<IncidentRecorded> {
    const { input, context } = asked;
    const { idempotencyKey: _key, ...rest } = input;
    const key = keyOf(input, context);
    const outcome = await this.ledger.transact(incidentKind, {
      organization: context.viewer.organization,
      streamId: ruling.incident,
      actor: await this.acting.actorFor(input, context),
      via: context.viewer.token,
      correlationId: context.requestId,
      occurredAt: input.occurredAt ?? undefined,
      expectedVersion: input.expectedVersion ?? undefined,
      ...(key !== undefined && {
        idempotency: { key, request: { command: ruling.rule.name, input: rest } },
      }),
      decide: async (state, facts) => {
        const told = (await ruling.facts?.(state)) ?? ({} as Told<F>);
        return ruling.rule(ruling.command, state, { ...facts, ...told } as unknown as F);
      },
    });
    return recorded(outcome);
  }

  /** An event of the organization by its id, for facts. */
  event(organization: string, id: string): Promise<StoredEvent | undefined> {
    return this.ledger.reader.byId(organization, id);
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
