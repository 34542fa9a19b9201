import { accept, refuse } from '../../../kernel/decision.js';
import type { Decision, Facts } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
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
  readonly links?: Links | undefined;
};

/** From every status to every other, and again on other grounds: what is found later counts. */
export const say = (
  type: keyof typeof comesTo,
  command: SayOfHypothesis,
  incident: Incident,
  { known }: Facts & HypothesisFacts,
): Decision<IncidentEvent, IncidentRefusal> => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { hypothesis, reason, evidence = [], links } = command;
  if (known === undefined) return refuse(hypothesisNotFound(hypothesis));
  const saying = { hypothesis, reason, evidence, links };
  if (known.status === comesTo[type] && known.said && saysTheSame(known.said, saying))
    return accept();
  const unknown = unknownChecks(links, incident);
  return unknown.length > 0 ? refuse(...unknown) : accept({ type, data: saying });
};
