import type { GuardrailMode } from '../../../playbook/domain/choices.js';
import type { Guardrail } from '../choices.js';

/** What was met, and with what. */
export type Met = {
  readonly guardrail: Guardrail;
  /** What it is about, such as a target or a check. */
  readonly subject?: string | undefined;
};

/** What somebody has tripped, and whether that stopped them. */
export type TripOfLate = Met & { readonly blocked?: boolean | undefined };

/** A mode that stops a command which gives no reason. */
export type StoppingMode = Extract<GuardrailMode, 'REASON' | 'BLOCK'>;

/** That a command was stopped, and what it would take to go on. */
export type Stop = {
  readonly mode: StoppingMode;
  /** A reason; a reason of the commander; to take command, which nobody has, and give a reason. */
  readonly lacks: 'REASON' | 'COMMANDER' | 'COMMAND';
};
