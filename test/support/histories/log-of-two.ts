import { incidentKind } from '../../../src/incident/incident.kind.js';
import type { IncidentEvent } from '../../../src/incident/domain/events.js';
import { initialIncident } from '../../../src/incident/domain/incident.js';
import type { Incident } from '../../../src/incident/domain/incident.js';
import type { Actor, FoldedEvent } from '../../../src/kernel/event.js';
import { incidentFold } from '../given-incident.js';
import { foldInOrder, happened, sampleId, timeOf, usualFacts } from '../given.js';
import { ReservationSet } from '../reservation-set.js';
import { RowSet } from '../row-set.js';
import type { Past } from '../given.js';
import type { Attempt } from './attempt.js';
import { tripsOfLate } from './guardrails.js';

/** Two incidents of one organization, as the service and the ledger would keep them. */
export class Log {
  /** Each with its actor. */
  readonly events: [Past<IncidentEvent>[], Past<IncidentEvent>[]] = [[], []];
  readonly states: [Incident, Incident] = [initialIncident, initialIncident];
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
      event,
    };
    const decision = this.reservations.settle(decide(meets, { ...usualFacts, actor }), streamId);
    if (!('events' in decision)) {
      this.record(incident, actor, decision.noted ?? []);
      return undefined;
    }
    const { events, beside = { events: [] } } = decision;
    if (beside.events.length > 0 && events.length === 0)
      throw new Error('a decision that changes the other incident has events of its own');
    this.record(incident, actor, events);
    this.record(other, actor, beside.events);
    return events.length + beside.events.length;
  }

  private record(incident: 0 | 1, actor: Actor, decided: readonly IncidentEvent[]): void {
    const streamId = incidentIds[incident];
    const [before, past] = [this.states[incident], this.events[incident]];
    const from = past.length;
    const named = decided.map((one, index) => ({
      ...one,
      actor,
      id: eventId(incident, from + index + 1),
    }));
    const after = foldInOrder(incidentFold, named, before, from);
    past.push(...decided.map((one) => ({ ...one, actor })));
    const events = this.happenings(incident).slice(from);
    this.states[incident] = after;
    this.rows.write(incidentKind.rows({ streamId, before, after, events }));
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
