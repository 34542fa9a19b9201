import type { Facts } from '../../../kernel/decision.js';
import type { GuardrailMode } from '../../../playbook/domain/choices.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import { isBy } from '../command/commander.js';
import type { IncidentEvent } from '../events.js';
import type { IncidentRefusal } from '../refusals.js';
import type { DeclaredIncident } from '../state.js';
import { guardrailMet } from './refusals.js';
import type { Trip } from './trip.js';

export type Weighing = {
  readonly incident: DeclaredIncident;
  readonly playbook: Pick<Playbook, 'guardrails'>;
  readonly facts: Facts;
  /** Why to go on, as the command says. */
  readonly reason?: string | undefined;
};

/** What the guardrails say of a command. With refusals, `events` is all that is recorded. */
export type Weighed = {
  readonly refusals: readonly IncidentRefusal[];
  readonly events: readonly GuardrailEvent[];
  /** What went through and is worth a notice. */
  readonly noted: readonly Trip[];
};
export type GuardrailEvent = Extract<
  IncidentEvent,
  { readonly type: 'GuardrailTripped' | 'GuardrailOverridden' }
>;

type Moded = Trip & { readonly mode: Exclude<GuardrailMode, 'OFF'> };

/** Asks the playbook, for the severity of the incident, what the trips of a command come to. */
export const weigh = (trips: readonly Trip[], weighing: Weighing): Weighed => {
  const { incident, playbook, facts, reason } = weighing;
  const met = trips.flatMap((trip): Moded[] => {
    const mode = playbook.guardrails[trip.guardrail][incident.severity];
    return mode === 'OFF' ? [] : [{ ...trip, mode }];
  });
  const commander = incident.commander?.member ?? null;
  const commands = commander !== null && isBy(commander, facts);
  const stopping = met.filter(
    ({ mode }) =>
      (mode === 'REASON' && reason === undefined) ||
      (mode === 'BLOCK' && !(commands && reason !== undefined)),
  );
  if (stopping.length > 0)
    return {
      refusals: stopping.map((trip) => refusalOf(trip, commander)),
      events: stopping.map((trip) => tripped(trip, true)),
      noted: [],
    };
  const events = met.map((trip) =>
    reason === undefined ? tripped(trip) : overridden(trip, reason),
  );
  return { refusals: [], events, noted: met };
};

const refusalOf = (trip: Moded, commander: string | null): IncidentRefusal =>
  trip.refusal ?? guardrailMet(trip, trip.mode === 'BLOCK' ? 'BLOCK' : 'REASON', commander);

const tripped = ({ guardrail, subject }: Trip, blocked?: true): GuardrailEvent => ({
  type: 'GuardrailTripped',
  data: { guardrail, subject, blocked },
});

const overridden = ({ guardrail, subject }: Trip, reason: string): GuardrailEvent => ({
  type: 'GuardrailOverridden',
  data: { guardrail, subject, reason },
});
