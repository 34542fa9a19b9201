import { accept, refuse } from '../../../kernel/decision.js';
import type { Reservation } from '../../../kernel/decision.js';
import { evidenceProblems, sameIds } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { FindingKind } from './choices.js';
import type { FindingFacts, Found } from './finding.js';
import { findingExists, tooManyFindings } from './refusals.js';
import { maxFindings } from './state.js';

export type RecordFinding = {
  readonly finding: string;
  /** Unique to this call: tells a repeat from a new finding. */
  readonly call: string;
  readonly findingKind: FindingKind;
  readonly text: string;
  readonly evidence?: readonly string[] | undefined;
};

/** With or without a review, and in every phase: people notice things while they respond. */
export const recordFinding: IncidentRule<RecordFinding, FindingFacts & EvidenceFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { finding, findingKind, text, evidence = [] } = command;
  const found: Found = { findingKind, text, evidence };
  if (facts.known)
    return saysTheSame(facts.known, found) ? accept() : refuse(findingExists(finding));
  const obstacles: IncidentRefusal[] = evidenceProblems(facts);
  if (incident.findings >= maxFindings) obstacles.push(tooManyFindings(maxFindings));
  if (obstacles.length > 0) return refuse(...obstacles);
  return {
    ...accept({ type: 'FindingRecorded', data: { finding, ...found } }),
    take: [ownId(command)],
  };
};

export const saysTheSame = (one: Found, other: Found): boolean =>
  one.findingKind === other.findingKind &&
  one.text === other.text &&
  sameIds(one.evidence, other.evidence);

/** Never released: the id of a finding stays taken. */
const ownId = ({ finding, call }: RecordFinding): Reservation<IncidentRefusal> => ({
  space: 'client-id',
  key: finding,
  holder: call,
  refusal: () => findingExists(finding),
});
