import { Injectable } from '@nestjs/common';
import { refuse, type Facts } from '../kernel/decision.js';
import type { Actor, StoredEvent } from '../kernel/event.js';
import type { Command, LedgerRefusal, Outcome } from '../ledger/command.js';
import { Ledger } from '../ledger/ledger.js';
import { ActingService } from '../organization/acting.service.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import { sightOf } from '../platform/access/viewer.js';
import { allIncidents, type ReadSession, type Sight } from '../platform/database/read-session.js';
import { keyOf, type CommandInput } from '../platform/graphql/command-input.js';
import type { OperationContext } from '../platform/graphql/context.js';
import { newId } from '../platform/ids.js';
import type { IncidentEvent } from './domain/events.js';
import type { Incident } from './domain/incident.js';
import { incidentIdTaken, incidentNotFound } from './domain/life/refusals.js';
import type { IncidentRefusal } from './domain/refusals.js';
import type { IncidentRule } from './domain/rule.js';
import type { ReadFacts } from './facts/facts.js';
import { incidentKind } from './incident.kind.js';
import { viewOf, type IncidentView } from './incident.view.js';
import { IncidentVisibility } from './incident.visibility.js';

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

type Given = Omit<Command<Incident, IncidentEvent, IncidentRefusal>, 'streamId' | 'decide'>;
type Decided = Outcome<Incident, IncidentEvent, IncidentRefusal>;

/** The front door of incidents: load, decide, append, answer from the state just folded. */
@Injectable()
export class IncidentService {
  private readonly sessions: PoolReadSessions;

  constructor(
    private readonly ledger: Ledger,
    private readonly acting: ActingService,
    private readonly visibility: IncidentVisibility,
    app: AppPool,
  ) {
    this.sessions = new PoolReadSessions(app.pool);
  }

  /**
   * Lets a rule decide on a command, and records what it says. For whom the incident is hidden
   * it does not exist: the answer is that of an id which nobody has used.
   */
  async command<C, F extends Facts = Facts>(
    ruling: Ruling<C, F>,
    { input, context }: Asked,
  ): Promise<IncidentRecorded> {
    const { idempotencyKey: _key, ...rest } = input;
    const key = keyOf(input, context);
    const person = await this.acting.personFor(input, context);
    const given: Given = {
      organization: context.viewer.organization,
      actor: person.actor,
      via: context.viewer.token,
      correlationId: context.requestId,
      occurredAt: input.occurredAt ?? undefined,
      expectedVersion: input.expectedVersion ?? undefined,
      ...(key !== undefined && {
        idempotency: { key, request: { command: ruling.rule.name, input: rest } },
      }),
    };
    const sight = sightOf(person);
    const outcome = await this.decide(ruling, given, sight);
    const isNew = outcome.events.length > 0 && !outcome.replayed;
    return isNew || (await this.shows(sight, given.organization, outcome))
      ? this.shown(ruling, outcome, context)
      : recorded(await this.decideAsUnknown(ruling, given, outcome.replayed));
  }

  /** Lets a rule decide on what a policy wants. */
  async policy<C, F extends Facts = Facts>(
    ruling: Ruling<C, F>,
    { organization, policy, causationId }: ByPolicy,
  ): Promise<IncidentRecorded> {
    const actor: Actor = { kind: 'POLICY', id: policy };
    const given = { organization, actor, via: null, correlationId: null, causationId };
    return recorded(await this.decide(ruling, given, allIncidents));
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

  private decide<C, F extends Facts>(
    { incident, rule, command, facts: readFacts }: Ruling<C, F>,
    given: Given,
    sight: Sight,
  ): Promise<Decided> {
    const { organization, actor } = given;
    const event = (id: string) => this.ledger.reader.byId(organization, id);
    return this.ledger.transact<Incident, IncidentEvent, IncidentRefusal>(incidentKind, {
      ...given,
      streamId: incident,
      decide: async (state, facts) => {
        if (!(await this.visibility.sees(sight, organization, incident, state)))
          return refuse(incidentNotFound());
        const told =
          readFacts &&
          (await this.read(organization, (reads) =>
            readFacts({ organization, incident, actor, state, reads, event }),
          ));
        return rule(command, state, { ...facts, ...told } as unknown as F);
      },
    });
  }

  /** Never accepts. A key that was repeated says no more than that: it would give out what it recorded. */
  private decideAsUnknown<C, F extends Facts>(
    ruling: Ruling<C, F>,
    given: Given,
    replayed: boolean,
  ): Promise<Decided> {
    const { idempotency: _spent, ...anew } = given;
    const rule: IncidentRule<C, F> = (command, state, facts) => {
      const decision = ruling.rule(command, state, facts);
      return 'refusals' in decision ? decision : refuse(incidentIdTaken(ruling.incident));
    };
    const unknown = { ...ruling, rule, incident: newId('inc') };
    return this.decide(unknown, replayed ? anew : given, allIncidents);
  }

  private shows(sight: Sight, organization: string, { streamId, state }: Decided) {
    return this.visibility.sees(sight, organization, streamId, state);
  }

  /** A tool that acts for somebody who sees more than itself is not shown the incident. */
  private async shown<C, F extends Facts>(
    { notices: lookUp }: Ruling<C, F>,
    outcome: Decided,
    { viewer }: OperationContext,
  ): Promise<IncidentRecorded> {
    const answer = recorded(outcome);
    if (!(await this.shows(sightOf(viewer), viewer.organization, outcome)))
      return { ...answer, incident: null };
    const notices = answer.refusals.length === 0 ? await lookUp?.(answer) : undefined;
    return { ...answer, notices: notices ?? [] };
  }
}

const recorded = (outcome: Decided): IncidentRecorded => ({
  incident: viewOf(outcome.streamId, outcome.version, outcome.state),
  events: outcome.events,
  position: outcome.position,
  replayed: outcome.replayed,
  refusals: outcome.refusals,
  notices: [],
});
