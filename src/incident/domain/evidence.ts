import type { Facts } from '../../kernel/decision.js';
import { evidenceUnknown } from './scope/refusals.js';

export type EvidenceFacts = Facts & {
  /**
   * The ids among the evidence that name no event of this incident. Strict: events stay, and one
   * that is added meanwhile moves the incident.
   */
  readonly unknownEvidence?: readonly string[] | undefined;
};

/** What is wrong with the evidence of a command: nothing, or that some of it is unknown. */
export const evidenceProblems = ({ unknownEvidence = [] }: EvidenceFacts) =>
  unknownEvidence.length === 0 ? [] : [evidenceUnknown(unknownEvidence)];

/** Whether the ids are the same, in the same order. */
export const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);
