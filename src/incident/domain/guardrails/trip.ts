import type { GuardrailMode } from '../../../playbook/domain/choices.js';
import type { Guardrail } from '../choices.js';
import type { IncidentRefusal } from '../refusals.js';

/** What was met, and with what. */
export type Met = {
  readonly guardrail: Guardrail;
  /** What it is about, such as a target or a check; of the same, one trip in five minutes is kept. */
  readonly subject?: string | undefined;
};

/** A mode that stops a command which gives no reason. */
export type StoppingMode = Extract<GuardrailMode, 'REASON' | 'BLOCK'>;

/** A guardrail that a command has met: whether that stops it is for the playbook to say. */
export type Trip = Met & {
  /** The refusal if it stops the command, where there is more to say than of others. */
  readonly refusal?: (mode: StoppingMode) => IncidentRefusal;
};

/** Those of the trips that are: `when(incident.commander === null, { guardrail: 'NO_COMMANDER' })`. */
export const when = (isMet: boolean, trip: Trip): readonly Trip[] => (isMet ? [trip] : []);
