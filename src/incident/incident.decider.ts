import { Injectable } from '@nestjs/common';
import type { Accepted, Decision, Facts, Reservation } from '../kernel/decision.js';
import type { FoldedEvent } from '../kernel/event.js';
import type { Instant } from '../kernel/instant.js';
import { readRecordedAt } from '../ledger/event-queries.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import { allIncidents, type ReadSession } from '../platform/database/read-session.js';
import { PlaybookService } from '../playbook/playbook.service.js';
import {
  causesOf,
  changeOf,
  concernsThings,
  followClocks,
  noThings,
} from './domain/clocks/follow-clocks.js';
import type { IncidentEvent } from './domain/events.js';
import { guard, type Guarded } from './domain/guardrails/guard.js';
import type { Met } from './domain/guardrails/met.js';
import { evolve, type Incident } from './domain/incident.js';
import { pointedOn } from './domain/life/ended.js';
import type { IncidentRefusal } from './domain/refusals.js';
import type { IncidentDecision, IncidentRule } from './domain/rule.js';
import { tripsOfLate } from './views/guardrail-trips.query.js';
import { thingsOf } from './reads/things.js';

type Decided = Decision<IncidentEvent, IncidentRefusal>;

/** A command that is to be decided, where the rule stands, and all that it is told. */
export type Deciding<C> = {
  readonly organization: string;
  readonly incident: string;
  readonly rule: IncidentRule<C>;
  readonly command: C;
  readonly state: Incident;
  readonly facts: Facts;
  /** The other incident that the command is about, and where it stands. */
  readonly beside?: { readonly incident: string; readonly state: Incident } | undefined;
  /** Why to go on past a guardrail. */
  readonly reason?: string | undefined;
  /** Told of what the guardrails saw and let through; what it was told before counts no more. */
  readonly noted: (met: readonly Met[]) => void;
};

/** Lets a rule decide; then the guardrails of the playbook have their say, and the clocks follow. */
@Injectable()
export class IncidentDecider {
  private readonly sessions: PoolReadSessions;

  constructor(
    private readonly playbooks: PlaybookService,
    app: AppPool,
  ) {
    this.sessions = new PoolReadSessions(app.pool);
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

  async decide<C>(deciding: Deciding<C>): Promise<Decided> {
    const { rule, command, state, facts } = deciding;
    const playbook = await this.running(deciding.organization, state);
    const told = { ...facts, playbook, beside: deciding.beside?.state };
    return this.guarded(pointedOn(rule(command, state, told), state), deciding);
  }

  private running(organization: string, state: Incident) {
    return this.playbooks.running(
      organization,
      state.status === 'declared' ? state.playbook : null,
    );
  }

  private async guarded<C>(decision: IncidentDecision, deciding: Deciding<C>): Promise<Decided> {
    const { decision: decided, noted } = await this.weighed(decision, deciding);
    deciding.noted(noted);
    return 'refusals' in decided || decided.events.length === 0
      ? decided
      : this.following(decided, deciding);
  }

  private async weighed<C>(decision: IncidentDecision, deciding: Deciding<C>): Promise<Guarded> {
    const { organization, incident, state, facts, reason } = deciding;
    const isMet = 'trips' in decision && decision.trips.length > 0;
    const late = isMet
      ? await this.read(organization, (reads) => tripsOfLate(reads, incident, facts))
      : [];
    const playbook = await this.running(organization, state);
    return guard(decision, { incident: state, playbook, facts, reason, late });
  }

  /** As it was decided, and the clocks follow it, in the other incident as in its own. */
  private following<C>(
    accepted: Accepted<IncidentEvent, IncidentRefusal>,
    { beside: other, ...deciding }: Deciding<C>,
  ): Accepted<IncidentEvent, IncidentRefusal> {
    const { take, beside } = accepted;
    const follow = (of: Deciding<C>) => (events: readonly FoldedEvent[]) => this.follow(events, of);
    return {
      ...accepted,
      ...(take && { take: take.map((one) => this.guardedClaim(one, deciding)) }),
      ...(beside && other && { beside: { ...beside, follows: follow({ ...deciding, ...other }) } }),
      follows: follow(deciding),
    };
  }

  private guardedClaim<C>(
    claim: Reservation<IncidentRefusal, IncidentEvent>,
    deciding: Deciding<C>,
  ): Reservation<IncidentRefusal, IncidentEvent> {
    const { otherwise } = claim;
    return otherwise === undefined
      ? claim
      : { ...claim, otherwise: async (by) => this.guarded(await otherwise(by), deciding) };
  }

  private async follow<C>(events: readonly FoldedEvent[], deciding: Deciding<C>) {
    const { organization, incident, state: before, facts } = deciding;
    const happened = events as readonly FoldedEvent<IncidentEvent>[];
    const after = happened.reduce((folded, event) => evolve(folded, event), before);
    const playbookBefore = await this.running(organization, before);
    const playbookAfter = await this.running(organization, after);
    const turn = { before, after, playbookBefore, playbookAfter, events: happened };
    const things = concernsThings(turn)
      ? await this.read(organization, (reads) => thingsOf(reads, incident))
      : noThings;
    const change = changeOf(turn, things);
    const causes = causesOf(change, turn);
    const recordedAt =
      causes.length === 0
        ? new Map<string, Instant>()
        : await this.read(organization, (reads) => readRecordedAt(reads, causes));
    return followClocks(change, facts.now, recordedAt);
  }
}
