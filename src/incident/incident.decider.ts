import { Injectable } from '@nestjs/common';
import type { Decision, Facts, Reservation } from '../kernel/decision.js';
import type { FoldedEvent } from '../kernel/event.js';
import { readDue } from '../ledger/due-queries.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import { allIncidents, type ReadSession } from '../platform/database/read-session.js';
import { PlaybookService } from '../playbook/playbook.service.js';
import { clocksOf } from './domain/clocks/clock.js';
import { followClocks, isReset } from './domain/clocks/follow-clocks.js';
import type { IncidentEvent } from './domain/events.js';
import { guard, type Guarded } from './domain/guardrails/guard.js';
import type { Met } from './domain/guardrails/met.js';
import { evolve, type Incident } from './domain/incident.js';
import type { IncidentRefusal } from './domain/refusals.js';
import type { IncidentDecision, IncidentRule } from './domain/rule.js';
import { tripsOfLate } from './views/guardrail-trips.query.js';

type Decided = Decision<IncidentEvent, IncidentRefusal>;

/** A command that is to be decided, where the rule stands, and all that it is told. */
export type Deciding<C> = {
  readonly organization: string;
  readonly incident: string;
  readonly rule: IncidentRule<C>;
  readonly command: C;
  readonly state: Incident;
  readonly facts: Facts;
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
    const told = { ...facts, playbook };
    return this.guarded(rule(command, state, told), deciding);
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
    if ('refusals' in decided || decided.events.length === 0) return decided;
    const follows = (events: readonly FoldedEvent[]) => this.follow(events, deciding);
    const take = decided.take?.map((one) => this.guardedClaim(one, deciding));
    return { ...decided, ...(take && { take }), follows };
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
    const { organization, incident, state, facts } = deciding;
    const happened = events as readonly FoldedEvent<IncidentEvent>[];
    const after = happened.reduce((folded, event) => evolve(folded, event), state);
    const clocksBefore = clocksOf(state, await this.running(organization, state));
    const clocksAfter = clocksOf(after, await this.running(organization, after));
    const rows = isReset({ clocksBefore, clocksAfter })
      ? await this.read(organization, (reads) => readDue(reads, 'nudge', [incident]))
      : [];
    const dueAt = new Map(rows.map(({ subject, at }) => [subject, at]));
    return followClocks({ after, clocksBefore, clocksAfter, now: facts.now, dueAt });
  }
}
