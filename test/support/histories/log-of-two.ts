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
import type { FoldedEvent } from '../../../src/kernel/event.js';
import type { Instant } from '../../../src/kernel/instant.js';
import { builtIn } from '../../../src/playbook/domain/built-in.js';
import { incidentFold } from '../given-incident.js';
import { foldInOrder, happened, sampleId, usualFacts } from '../given.js';
import { ReservationSet } from '../reservation-set.js';
import { RowSet } from '../row-set.js';
import type { Past } from '../given.js';
import type { Attempt } from './attempt.js';
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

  /** How many events the attempt added, or undefined if it was refused. */
  run({ incident, actor, decide }: Attempt): number | undefined {
    const streamId = incidentIds[incident];
    const before = this.states[incident];
    const past = this.events[incident];
    const event = (id: string) => this.happenings(incident).find((one) => one.id === id);
    const due = this.due[incident];
    const meets = { streamId, incident: before, rows: this.rows, due, event };
    const decision = decide(meets, { ...usualFacts, actor });
    if (!('events' in decision)) return undefined;
    if (this.reservations.append(decision, streamId).length > 0) return undefined;
    this.set(incident, decision.due);
    if (decision.events.length === 0) return 0;
    const from = past.length;
    past.push(...decision.events.map((one) => ({ ...one, actor })));
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
    const [playbookBefore, playbookAfter] = [builtIn, builtIn];
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
