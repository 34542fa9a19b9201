import { Injectable } from '@nestjs/common';
import { refuse, type Facts } from '../kernel/decision.js';
import type { Actor, StoredEvent } from '../kernel/event.js';
import type { Command, Outcome } from '../ledger/command.js';
import { Ledger } from '../ledger/ledger.js';
import { ActingService } from '../organization/acting.service.js';
import { sightOf } from '../platform/access/viewer.js';
import { allIncidents, type ReadSession, type Sight } from '../platform/database/read-session.js';
import { keyOf } from '../platform/graphql/command-input.js';
import type { OperationContext } from '../platform/graphql/context.js';
import { newId } from '../platform/ids.js';
import type { IncidentEvent } from './domain/events.js';
import { initialIncident, type Incident } from './domain/incident.js';
import type { Met } from './domain/guardrails/met.js';
import { noticeOf } from './domain/guardrails/wording.js';
import { incidentIdTaken, incidentNotFound } from './domain/life/refusals.js';
import type { IncidentRefusal } from './domain/refusals.js';
import type { IncidentRule } from './domain/rule.js';
import { incidentKind } from './incident.kind.js';
import { IncidentDecider } from './incident.decider.js';
import { viewOf } from './incident.view.js';
import { IncidentVisibility } from './incident.visibility.js';
import type { Asked, ByPolicy, IncidentRecorded, Ruling } from './ruling.js';

export type { Asked, ByPolicy, IncidentRecorded, Notice, Ruling } from './ruling.js';

type Given = Omit<Command<Incident, IncidentEvent, IncidentRefusal>, 'streamId' | 'decide'> & {
  /** Why to go on past a guardrail. */
  readonly reason?: string | undefined;
};
type Decided = Outcome<Incident, IncidentEvent, IncidentRefusal> & {
  /** What guardrails saw and let through. */
  readonly noted: readonly Met[];
};

/** The front door of incidents: load, decide, append, answer from the state just folded. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly ledger: Ledger,
    private readonly acting: ActingService,
    private readonly visibility: IncidentVisibility,
    private readonly decider: IncidentDecider,
  ) {}

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
      reason: input.override?.reason,
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
  read<T>(organization: string, work: (reads: ReadSession) => Promise<T>): Promise<T> {
    return this.decider.read(organization, work);
  }

  private async decide<C, F extends Facts>(
    { incident, rule, command, beside, facts: readFacts }: Ruling<C, F>,
    given: Given,
    sight: Sight,
  ): Promise<Decided> {
    const { organization, actor, reason } = given;
    const event = (id: string) => this.ledger.reader.byId(organization, id);
    let noted: readonly Met[] = [];
    const outcome = await this.ledger.transact<Incident, IncidentEvent, IncidentRefusal>(
      incidentKind,
      {
        ...given,
        streamId: incident,
        beside,
        decide: async (state, facts, other) => {
          noted = [];
          if (!(await this.visibility.sees(sight, organization, incident, state)))
            return refuse(incidentNotFound());
          const told =
            readFacts &&
            (await this.read(organization, (reads) =>
              readFacts({ organization, incident, actor, sight, state, reads, event }),
            ));
          return this.decider.decide({
            ...{ organization, incident, command, state, reason },
            rule: rule as unknown as IncidentRule<C>,
            facts: { ...facts, ...told },
            beside:
              beside === undefined
                ? undefined
                : await this.asSeen(sight, organization, { incident: beside, state: other }),
            noted: (met) => (noted = met),
          });
        },
      },
    );
    return { ...outcome, noted };
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

  /** What is hidden is to the rule as if it had never been declared. */
  private async asSeen(
    sight: Sight,
    organization: string,
    { incident, state = initialIncident }: { incident: string; state: Incident | undefined },
  ) {
    const isSeen = await this.visibility.sees(sight, organization, incident, state);
    return { incident, state: isSeen ? state : initialIncident };
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
    const sight = sightOf(viewer);
    const events = await this.visibility.eventsFor(sight, viewer.organization, outcome);
    if (!(await this.shows(sight, viewer.organization, outcome)))
      return { ...answer, events, incident: null };
    const notices = answer.refusals.length === 0 ? await lookUp?.(answer) : undefined;
    return { ...answer, events, notices: [...answer.notices, ...(notices ?? [])] };
  }
}

const recorded = (outcome: Decided): IncidentRecorded => ({
  incident: viewOf(outcome.streamId, outcome.version, outcome.state),
  events: outcome.events,
  position: outcome.position,
  replayed: outcome.replayed,
  refusals: outcome.refusals,
  notices: metBy(outcome).map((met) => noticeOf(met)),
});

/**
 * A repeat of a key knows it from what was recorded, which is all that is left of it. What a rule
 * let through may have been refused after it, as for a reservation that somebody else has.
 */
const metBy = ({ replayed, events, noted, refusals }: Decided): readonly Met[] => {
  if (refusals.length > 0) return [];
  return replayed ? events.filter(isDeviation).map(({ data }) => data) : noted;
};

type Deviation = StoredEvent<Extract<IncidentEvent, { type: `Guardrail${string}` }>>;

const isDeviation = (event: StoredEvent<IncidentEvent>): event is Deviation =>
  event.type === 'GuardrailTripped' || event.type === 'GuardrailOverridden';
