import { refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { plusSeconds } from '../../../kernel/instant.js';
import { unresolved } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import { isAfterwards, timeIn } from '../mode.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule, PlaybookFacts } from '../rule.js';
import { granted } from '../sight/grant.js';
import type { Grants } from '../sight/grant.js';
import type { DeclaredIncident } from '../state.js';
import { isByCommander } from './commander.js';
import { endOfOffer, isPast, offerDue } from './offer.js';
import * as refusals from './refusals.js';
import type { ResponderFacts } from './responder.js';

export type OfferCommand = {
  readonly to: string;
  /** How long it stands: 1 to 60, unless said as the playbook has it. */
  readonly minutes?: number | undefined;
  readonly remark?: string | undefined;
};
export type OfferFacts = Facts &
  PlaybookFacts &
  ResponderFacts & {
    /** Of who is to accept. Strict: the version of the incident backs it. */
    readonly grants: Grants;
  };

/**
 * The offer counts from the clock and not from `occurredAt`, so that it never begins expired. Who
 * is to accept command of a restricted incident has to see it, and not only while they help.
 */
export const offerCommand: IncidentRule<OfferCommand, OfferFacts> = (command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { offer, term } = incident;
  const stands = offer !== null && !isPast(offer, incident, facts.now);
  const obstacles = obstaclesTo(command, incident, facts);
  if (obstacles.length > 0) return refuse(...obstacles);
  if (stands)
    return offer.to === command.to ? { events: [] } : refuse(refusals.offerStands(incident));
  const { to, minutes = facts.playbook.windows.offerMinutes, remark } = command;
  const until = plusSeconds(timeIn(incident, facts), minutes * 60);
  const offered: IncidentEvent = {
    type: 'CommandOffered',
    data: { term, member: to, until, remark },
  };
  const expired = endOfOffer(incident, 'CommandOfferExpired');
  return {
    events: [...expired.events, offered, ...sightOf(to, incident, facts)],
    due: isAfterwards(incident) ? expired.due : [...expired.due, offerDue(to, until)],
  };
};

const sightOf = (
  to: string,
  { restricted }: DeclaredIncident,
  { grants }: OfferFacts,
): IncidentEvent[] =>
  restricted && grants[to] !== 'LASTING' ? [granted(to, { reason: 'Offered command' })] : [];

const obstaclesTo = (
  { to }: OfferCommand,
  incident: DeclaredIncident,
  facts: OfferFacts,
): IncidentRefusal[] => {
  if (!isByCommander(incident, facts)) return [refusals.notCommander(incident)];
  const { phase } = incident;
  if (!unresolved.includes(phase)) return [wrongPhase(phase, unresolved)];
  if (to === facts.actor.id) return [refusals.offerToSelf()];
  return facts.mayRespond ? [] : [refusals.notAResponder(to, 'to')];
};
