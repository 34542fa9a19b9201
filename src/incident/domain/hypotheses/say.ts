import { accept, refuse } from '../../../kernel/decision.js';
import type { Decision } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { evidenceProblems } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import type { Incident } from '../incident.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import { comesTo } from './choices.js';
import { saysTheSame } from './fields.js';
import type { Links } from './fields.js';
import type { HypothesisFacts } from './hypothesis.js';
import { unknownChecks } from './links.js';
import { hypothesisNotFound } from './refusals.js';

/** What somebody says of a hypothesis, and on which grounds. */
export type SayOfHypothesis = {
  readonly hypothesis: string;
  readonly reason: string;
  readonly evidence?: readonly string[] | undefined;
  readonly linked?: Links | undefined;
};

/** From every status to every other, and again on other grounds: what is found later counts. */
export const say = (
  type: keyof typeof comesTo,
  command: SayOfHypothesis,
  incident: Incident,
  facts: HypothesisFacts & EvidenceFacts,
): Decision<IncidentEvent, IncidentRefusal> => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { hypothesis, reason, evidence = [], linked } = command;
  const { known } = facts;
  if (known === undefined) return refuse(hypothesisNotFound(hypothesis));
  const saying = { hypothesis, reason, evidence, linked };
  if (known.status === comesTo[type] && known.said && saysTheSame(known.said, saying))
    return accept();
  const problems = [...unknownChecks(linked, incident), ...evidenceProblems(facts)];
  return problems.length > 0 ? refuse(...problems) : accept({ type, data: saying });
};
