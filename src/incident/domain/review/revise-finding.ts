import { accept, refuse } from '../../../kernel/decision.js';
import { evidenceProblems } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { FindingFacts, Found } from './finding.js';
import { saysTheSame } from './record-finding.js';
import { findingNotFound, findingWithdrawn } from './refusals.js';

export type ReviseFinding = { readonly [F in keyof Found]?: Found[F] | undefined } & {
  readonly finding: string;
  readonly reason?: string | undefined;
};

/** What is not said again stays as it was said before. */
export const reviseFinding: IncidentRule<ReviseFinding, FindingFacts & EvidenceFacts> = (
  { finding, reason, ...said },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { known } = facts;
  if (known === undefined) return refuse(findingNotFound(finding));
  if (known.isWithdrawn) return refuse(findingWithdrawn(finding));
  const found: Found = {
    findingKind: said.findingKind ?? known.findingKind,
    text: said.text ?? known.text,
    evidence: said.evidence ?? known.evidence,
  };
  if (saysTheSame(known, found)) return accept();
  const problems = evidenceProblems(facts);
  return problems.length > 0
    ? refuse(...problems)
    : accept({ type: 'FindingRevised', data: { finding, ...found, reason } });
};
