import type { Facts } from '../../../kernel/decision.js';
import type { GuardrailMode } from '../../../playbook/domain/choices.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { Guardrail } from '../choices.js';
import { isBy, isByCommander } from '../command/commander.js';
import type { IncidentEvent } from '../events.js';
import type { IncidentRefusal } from '../refusals.js';
import type { DeclaredIncident } from '../state.js';
import { guardrailMet } from './refusals.js';
import type { Met, Stop } from './met.js';
import type { Trip } from './trip.js';

export type Weighing = {
  readonly incident: DeclaredIncident;
  readonly playbook: Pick<Playbook, 'guardrails'>;
  readonly facts: Pick<Facts, 'actor'>;
  /** Why to go on, as the command says: one for all guardrails that it meets. */
  readonly reason?: string | undefined;
};

/** What the guardrails say of a command. With refusals, `events` is all that is recorded. */
export type Weighed = {
  readonly refusals: readonly IncidentRefusal[];
  readonly events: readonly GuardrailEvent[];
  /** What went through and is worth a notice. */
  readonly noted: readonly Met[];
};
export type GuardrailEvent = Extract<
  IncidentEvent,
  { readonly type: 'GuardrailTripped' | 'GuardrailOverridden' }
>;

type Stopping = { readonly trip: Trip; readonly stop: Stop };

/** Asks the playbook, for the severity of the incident, what the trips of a command come to. */
export const weigh = (trips: readonly Trip[], weighing: Weighing): Weighed => {
  const { incident, reason } = weighing;
  const commander = incident.commander?.member ?? null;
  const met = trips.filter(({ guardrail }) => modeOf(guardrail, weighing) !== 'OFF');
  const stopping = met.flatMap((trip) => stoppedBy(trip, weighing));
  if (stopping.length > 0)
    return {
      refusals: stopping.map(
        ({ trip, stop }) => trip.refusal?.(stop) ?? guardrailMet(trip, stop, commander),
      ),
      events: stopping.map(({ trip }) => tripped(trip, true)),
      noted: [],
    };
  const events = met.map((trip) =>
    reason === undefined ? tripped(trip) : overridden(trip, reason),
  );
  return { refusals: [], events, noted: met };
};

/** Of what is written down afterwards nobody can be warned. */
const modeOf = (guardrail: Guardrail, { incident, playbook }: Weighing): GuardrailMode =>
  incident.mode === 'RETROSPECTIVE' ? 'OFF' : playbook.guardrails[guardrail][incident.severity];

const stoppedBy = (trip: Trip, weighing: Weighing): Stopping[] => {
  const { incident, facts, reason } = weighing;
  const mode = modeOf(trip.guardrail, weighing);
  if (mode === 'OFF' || mode === 'NOTE') return [];
  const mayGoOn =
    mode === 'REASON' || isByCommander(incident, facts) || isBy(trip.commander, facts);
  if (mayGoOn) return reason === undefined ? [{ trip, stop: { mode, lacks: 'REASON' } }] : [];
  const lacks = incident.commander === null ? 'COMMAND' : 'COMMANDER';
  return [{ trip, stop: { mode, lacks } }];
};

const tripped = ({ guardrail, subject }: Met, blocked?: true): GuardrailEvent => ({
  type: 'GuardrailTripped',
  data: { guardrail, subject, blocked },
});

const overridden = ({ guardrail, subject }: Met, reason: string): GuardrailEvent => ({
  type: 'GuardrailOverridden',
  data: { guardrail, subject, reason },
});
