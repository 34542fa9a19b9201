import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts, Reservation } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import { findingNotFound } from '../review/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { saysTheSame } from './follow-up.js';
import type { FollowUpFacts, FollowUpWords, OwnerFacts } from './follow-up.js';
import { followUpExists, ownerNotFound, tooManyFollowUps } from './refusals.js';
import { maxOpenFollowUps } from './state.js';

export type AddFollowUp = FollowUpWords & {
  readonly followUp: string;
  /** Unique to this call: tells a repeat from a new follow-up. */
  readonly call: string;
};

export type AddFollowUpFacts = Facts &
  FollowUpFacts &
  OwnerFacts & {
    /** Whether the finding that it follows from is one of this incident. Strict, like the follow-up. */
    readonly findingExists: boolean;
  };

/** In every phase: people think of what to do later while they respond. */
export const addFollowUp: IncidentRule<AddFollowUp, AddFollowUpFacts> = (
  { call, ...command },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { followUp, ...words } = command;
  if (facts.known)
    return saysTheSame(facts.known.words, words) ? accept() : refuse(followUpExists(followUp));
  const obstacles = [...noRoom(incident), ...unknownIn(words, facts)];
  if (obstacles.length > 0) return refuse(...obstacles);
  const added: IncidentEvent = { type: 'FollowUpAdded', data: command };
  return { ...accept(added), take: [ownId(followUp, call)] };
};

/** What keeps a further follow-up of the incident from being open. */
export const noRoom = ({ openFollowUps }: DeclaredIncident): IncidentRefusal[] =>
  openFollowUps < maxOpenFollowUps ? [] : [tooManyFollowUps(maxOpenFollowUps)];

const unknownIn = (
  { owner, fromFinding }: FollowUpWords,
  { ownerExists, findingExists }: AddFollowUpFacts,
): IncidentRefusal[] => [
  ...(owner === undefined || ownerExists ? [] : [ownerNotFound(owner)]),
  ...(fromFinding === undefined || findingExists ? [] : [findingNotFound(fromFinding)]),
];

/** Never released: the id of a follow-up stays taken. */
const ownId = (followUp: string, call: string): Reservation<IncidentRefusal> => ({
  space: 'client-id',
  key: followUp,
  holder: call,
  refusal: () => followUpExists(followUp),
});
