import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts, Reservation } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import type { Links } from './fields.js';
import type { HypothesisFacts } from './hypothesis.js';
import { unknownChecks } from './links.js';
import { hypothesisExists, tooManyHypotheses } from './refusals.js';
import { maxHypotheses } from './state.js';

export type RaiseHypothesis = {
  readonly hypothesis: string;
  /** Unique to this call, such as the id of the event to come: tells a repeat from a new one. */
  readonly raise: string;
  readonly statement: string;
  readonly linked?: Links | undefined;
};

export const raiseHypothesis: IncidentRule<RaiseHypothesis, Facts & HypothesisFacts> = (
  command,
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { hypothesis, statement, linked } = command;
  if (known !== undefined)
    return known.statement === statement ? accept() : refuse(hypothesisExists(hypothesis));
  const obstacles = [...noRoom(incident), ...unknownChecks(linked, incident)];
  if (obstacles.length > 0) return refuse(...obstacles);
  return {
    ...accept({ type: 'HypothesisRaised', data: { hypothesis, statement, linked } }),
    take: [ownId(command)],
  };
};

const noRoom = ({ hypotheses }: DeclaredIncident): IncidentRefusal[] =>
  hypotheses < maxHypotheses ? [] : [tooManyHypotheses(maxHypotheses)];

/** Never released: the id of a hypothesis of another incident stays taken. */
const ownId = ({ hypothesis, raise }: RaiseHypothesis): Reservation<IncidentRefusal> => ({
  space: 'client-id',
  key: hypothesis,
  holder: raise,
  refusal: () => hypothesisExists(hypothesis),
});
