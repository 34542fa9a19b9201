import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { FollowUpPart } from './choices.js';
import { saysTheSame } from './follow-up.js';
import type { FollowUpFacts, FollowUpWords, OwnerFacts } from './follow-up.js';
import { followUpNotFound, ownerNotFound } from './refusals.js';

type SomeWords = {
  readonly [W in Exclude<keyof FollowUpWords, 'fromFinding'>]?: FollowUpWords[W] | undefined;
};
export type ReviseFollowUp = SomeWords & {
  readonly followUp: string;
  /** What it is to have no longer. */
  readonly remove?: readonly FollowUpPart[] | undefined;
  readonly reason?: string | undefined;
};

/** Whether it is open or not. What is neither said again nor removed stays as it was. */
export const reviseFollowUp: IncidentRule<ReviseFollowUp, Facts & FollowUpFacts & OwnerFacts> = (
  command,
  incident,
  { known, ownerExists },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { followUp, owner, reason } = command;
  if (known === undefined) return refuse(followUpNotFound(followUp));
  const words = revised(known.words, command);
  if (saysTheSame(known.words, words)) return accept();
  // Whose it is stays so when they leave.
  if (owner !== undefined && owner !== known.words.owner && !ownerExists)
    return refuse(ownerNotFound(owner));
  const isMoved = known.completion === undefined && words.dueAt !== known.words.dueAt;
  const data = { followUp, ...words, isMoved: isMoved || undefined, reason };
  return accept({ type: 'FollowUpRevised', data });
};

const revised = (words: FollowUpWords, said: ReviseFollowUp): FollowUpWords => {
  const left = (part: FollowUpPart): Partial<FollowUpWords> =>
    said.remove?.includes(part) === true ? {} : words;
  const { owner, team } =
    said.owner === undefined && said.team === undefined ? left('OWNER') : said;
  return {
    title: said.title ?? words.title,
    description: said.description ?? left('DESCRIPTION').description,
    followUpKind: said.followUpKind ?? words.followUpKind,
    owner,
    team,
    dueAt: said.dueAt ?? left('DUE_AT').dueAt,
    ticket: said.ticket ?? left('TICKET').ticket,
    fromFinding: words.fromFinding,
  };
};
