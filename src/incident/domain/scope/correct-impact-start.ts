import { accept, refuse } from '../../../kernel/decision.js';
import { latestBy } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import { evidenceProblems } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { lookForSuspects } from '../suspects/window.js';
import { startsAfterwards } from './refusals.js';
import type { ImpactStartSource } from './state.js';

export type CorrectImpactStart = {
  readonly impactStartedAt: Instant;
  readonly impactStartSource: ImpactStartSource;
  readonly reason: string;
  readonly evidence?: readonly string[] | undefined;
};

/**
 * Open in every phase, and before any assessment: when it began may be known before how much is
 * affected. A source that is better known is a correction, too.
 */
export const correctImpactStart: IncidentRule<CorrectImpactStart, EvidenceFacts> = (
  { impactStartedAt, impactStartSource, reason, evidence = [] },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { occurredAt, now } = facts;
  const problems = [
    ...(impactStartedAt > latestBy(occurredAt)
      ? [startsAfterwards(impactStartedAt, occurredAt)]
      : []),
    ...evidenceProblems(facts),
  ];
  if (problems.length > 0) return refuse(...problems);
  const hasMoved = impactStartedAt !== incident.impactStartedAt;
  if (!hasMoved && impactStartSource === incident.impactStartSource) return accept();
  const impactStartWas = incident.impactStartedAt ?? undefined;
  const data = { impactStartedAt, impactStartSource, impactStartWas, reason, evidence };
  return {
    ...accept({ type: 'ImpactStartCorrected', data }),
    due: hasMoved ? [lookForSuspects(now)] : [],
  };
};
