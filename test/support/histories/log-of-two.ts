import { incidentKind } from '../../../src/incident/incident.kind.js';
import type { IncidentEvent } from '../../../src/incident/domain/events.js';
import { initialIncident } from '../../../src/incident/domain/incident.js';
import type { Incident } from '../../../src/incident/domain/incident.js';
import type { FoldedEvent } from '../../../src/kernel/event.js';
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

  /** How many events the attempt added, or undefined if it was refused. */
  run({ incident, actor, decide }: Attempt): number | undefined {
    const streamId = incidentIds[incident];
    const before = this.states[incident];
    const past = this.events[incident];
    const event = (id: string) => this.happenings(incident).find((one) => one.id === id);
    const at = timeOf(past.length + 1);
    const late = tripsOfLate(this.rows, { streamId, actor: actor.id, at });
    const meets = { streamId, incident: before, rows: this.rows, late, event };
    const decision = this.reservations.settle(decide(meets, { ...usualFacts, actor }), streamId);
    const isAccepted = 'events' in decision;
    const recorded = isAccepted ? decision.events : (decision.noted ?? []);
    this.append({ incident, actor }, recorded);
    return isAccepted ? recorded.length : undefined;
  }

  private append(
    { incident, actor }: Pick<Attempt, 'incident' | 'actor'>,
    recorded: readonly IncidentEvent[],
  ): void {
    const streamId = incidentIds[incident];
    const [before, past] = [this.states[incident], this.events[incident]];
    const from = past.length;
    const named = recorded.map((one, index) => ({
      ...one,
      actor,
      id: eventId(incident, from + index + 1),
    }));
    const after = foldInOrder(incidentFold, named, before, from);
    past.push(...recorded.map((one) => ({ ...one, actor })));
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
