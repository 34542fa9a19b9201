import { incidentKind } from '../../../src/incident/incident.kind.js';
import type { IncidentEvent } from '../../../src/incident/domain/events.js';
import { initialIncident } from '../../../src/incident/domain/incident.js';
import type { Incident } from '../../../src/incident/domain/incident.js';
import {
  changeOf,
  concernsThings,
  followClocks,
  noThings,
} from '../../../src/incident/domain/clocks/follow-clocks.js';
import type { DueTime } from '../../../src/kernel/decision.js';
import type { Actor, FoldedEvent } from '../../../src/kernel/event.js';
import type { Instant } from '../../../src/kernel/instant.js';
import { runningIn } from './running.js';
import { incidentFold } from '../given-incident.js';
import { foldInOrder, happened, sampleId, timeOf, usualFacts } from '../given.js';
import { ReservationSet } from '../reservation-set.js';
import { RowSet } from '../row-set.js';
import type { Past } from '../given.js';
import type { Attempt } from './attempt.js';
import { tripsOfLate } from './guardrails.js';
import { thingsIn } from './clocks.js';

/** Two incidents of one organization, as the service and the ledger would keep them. */
export class Log {
  /** Each with its actor. */
  readonly events: [Past<IncidentEvent>[], Past<IncidentEvent>[]] = [[], []];
  readonly states: [Incident, Incident] = [initialIncident, initialIncident];
  /** When the clocks of each are due, by name. */
  readonly due: [Map<string, Instant>, Map<string, Instant>] = [
    new Map<string, Instant>(),
    new Map<string, Instant>(),
  ];
  readonly rows = new RowSet();
  private readonly reservations = new ReservationSet();

  /** How many events the attempt added, in both incidents, or undefined if it was refused. */
  run({ incident, actor, decide }: Attempt): number | undefined {
    const streamId = incidentIds[incident];
    const other = incident === 0 ? 1 : 0;
    const event = (id: string) => this.happenings(incident).find((one) => one.id === id);
    const at = timeOf(this.events[incident].length + 1);
    const meets = {
      streamId,
      incident: this.states[incident],
      beside: { streamId: incidentIds[other], incident: this.states[other] },
      rows: this.rows,
      late: tripsOfLate(this.rows, { streamId, actor: actor.id, at }),
      due: this.due[incident],
      event,
    };
    const decision = this.reservations.settle(decide(meets, { ...usualFacts, actor }), streamId);
    if (!('events' in decision)) {
      this.record(incident, actor, decision.noted ?? []);
      return undefined;
    }
    const { events, due, beside = { events: [] } } = decision;
    if (beside.events.length > 0 && events.length === 0)
      throw new Error('a decision that changes the other incident has events of its own');
    this.set(incident, due);
    return this.record(incident, actor, events) + this.record(other, actor, beside.events);
  }

  /** How many events, those of the clocks among them. */
  private record(incident: 0 | 1, actor: Actor, decided: readonly IncidentEvent[]): number {
    if (decided.length === 0) return 0;
    const streamId = incidentIds[incident];
    const [before, past] = [this.states[incident], this.events[incident]];
    const from = past.length;
    past.push(...decided.map((one) => ({ ...one, actor })));
    const consequence = this.follow(incident, before, from);
    past.push(...consequence.events.map((one) => ({ ...one, actor })));
    this.set(incident, consequence.due);
    const events = this.happenings(incident).slice(from);
    const after = foldInOrder(incidentFold, events, before, from);
    this.states[incident] = after;
    this.rows.write(incidentKind.rows({ streamId, before, after, events }));
    return events.length;
  }

  /** What the clocks do, as the decider lets them. */
  private follow(incident: 0 | 1, before: Incident, from: number) {
    const events = this.happenings(incident).slice(from);
    const after = foldInOrder(incidentFold, events, before, from);
    const [playbookBefore, playbookAfter] = [runningIn(before), runningIn(after)];
    const turn = { before, after, playbookBefore, playbookAfter, events };
    const things = concernsThings(turn) ? thingsIn(this.rows, incidentIds[incident]) : noThings;
    return followClocks(changeOf(turn, things), usualFacts.now, new Map());
  }

  private set(incident: 0 | 1, times: readonly DueTime[] = []): void {
    for (const { subject, at } of times.filter((one) => one.kind === 'nudge')) {
      if (at === null) this.due[incident].delete(subject);
      else this.due[incident].set(subject, at);
    }
  }

  private happenings(incident: 0 | 1): FoldedEvent<IncidentEvent>[] {
    return this.events[incident].map((one, index) => ({
      ...happened(one, index + 1),
      id: eventId(incident, index + 1),
    }));
  }
}

export const eventId = (incident: number, version: number) =>
  sampleId('evt', `${incident}e${version}`);
export const incidentIds = [sampleId('inc', '0'), sampleId('inc', '1')] as const;

export const logOf = (history: readonly Attempt[]): Log => {
  const log = new Log();
  for (const attempt of history) log.run(attempt);
  return log;
};
