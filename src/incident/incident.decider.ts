import { Injectable } from '@nestjs/common';
import { refuse, type Decision, type Facts, type Reservation } from '../kernel/decision.js';
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
import { weigh, type GuardrailEvent } from './domain/guardrails/weigh.js';
import type { Trip } from './domain/guardrails/trip.js';
import { evolve, type Incident } from './domain/incident.js';
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
  /** Why to go on past a guardrail. */
  readonly reason?: string | undefined;
  /** Told of what the guardrails saw and let through. */
  readonly noted: (trips: readonly Trip[]) => void;
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
    if ('refusals' in decision || decision.events.length === 0) return decision;
    const { trips = [], ...accepted } = decision;
    const { state, facts, reason } = deciding;
    const follows = (events: readonly FoldedEvent[]) => this.follow(events, deciding);
    const take = accepted.take?.map((one) => this.guardedClaim(one, deciding));
    const wanted = { ...accepted, ...(take && { take }), follows };
    if (trips.length === 0 || state.status === 'undeclared') return wanted;
    const playbook = await this.running(deciding.organization, state);
    const weighed = weigh(trips, { incident: state, playbook, facts, reason });
    const noted = await this.withoutRepeats(weighed.events, deciding);
    if (weighed.refusals.length > 0) return { ...refuse(...weighed.refusals), noted };
    deciding.noted(weighed.noted);
    return { ...wanted, events: [...noted, ...wanted.events] };
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

  /** Of the same guardrail, subject and actor, one trip in five minutes is kept. */
  private async withoutRepeats<C>(
    events: readonly GuardrailEvent[],
    { organization, incident, facts }: Deciding<C>,
  ): Promise<readonly GuardrailEvent[]> {
    if (!events.some(({ type }) => type === 'GuardrailTripped')) return events;
    const late = await this.read(organization, (reads) => tripsOfLate(reads, incident, facts));
    return events.filter(
      ({ type, data }) =>
        type !== 'GuardrailTripped' ||
        !late.some(
          (one) => one.guardrail === data.guardrail && one.subject === (data.subject ?? null),
        ),
    );
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
