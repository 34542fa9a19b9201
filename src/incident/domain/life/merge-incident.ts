import { refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { endable } from '../choices.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { endOfOffer } from '../command/offer.js';
import type { IncidentEvent } from '../events.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident, Incident } from '../state.js';
import * as refusals from './refusals.js';

export type MergeIncident = {
  /** The incident that ends: the one that the command is on. */
  readonly duplicate: string;
  /** The incident that goes on. */
  readonly into: string;
  readonly term?: number | undefined;
  readonly reason?: string | undefined;
};

export type MergeFacts = Facts & {
  /** The incident that goes on, as whoever merges sees it. Strict: the version of its stream backs it. */
  readonly beside?: Incident | undefined;
};

/**
 * Command of the duplicate ends, and its offers, promises and clocks with it. Work that is under
 * way keeps its target until it is finished or its lease is over: it goes on in the world.
 */
export const mergeIncident: IncidentRule<MergeIncident, MergeFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(refusals.incidentNotFound());
  if (incident.mergedInto === command.into) return { events: [] };
  const { duplicate, into, reason } = command;
  const obstacles = [
    ...directiveRefusals(command.term, incident, facts),
    ...unmergeable(command, incident, facts),
  ];
  if (obstacles.length > 0) return refuse(...obstacles);
  const offer = endOfOffer(incident, 'CommandOfferWithdrawn');
  const data = { directedIn: directedTerm(incident), into, reason };
  return {
    events: [...offer.events, { type: 'IncidentMerged', data }, ...endOfCommand(incident)],
    due: offer.due,
    beside: { events: [{ type: 'IncidentAbsorbed', data: { duplicate } }] },
  };
};

const unmergeable = (
  { duplicate, into }: MergeIncident,
  { phase, mode }: DeclaredIncident,
  { beside }: MergeFacts,
): IncidentRefusal[] => {
  if (!endable.includes(phase)) return [refusals.wrongPhase(phase, endable)];
  if (duplicate === into) return [refusals.mergedIntoItself()];
  if (beside === undefined || beside.status === 'undeclared') return [refusals.survivorNotFound()];
  if (beside.mergedInto !== null)
    return [refusals.incidentMerged(beside.mergedInto, ['input', 'into'])];
  if (beside.phase === 'DECLINED') return [refusals.survivorDeclined()];
  return beside.mode === mode ? [] : [refusals.modesDiffer(mode, beside.mode)];
};

const endOfCommand = ({ commander, term }: DeclaredIncident): IncidentEvent[] =>
  commander === null
    ? []
    : [{ type: 'CommandRelinquished', data: { term, member: commander.member } }];
