import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { granted } from '../sight/grant.js';
import type { Grants } from '../sight/grant.js';
import type { EngagementFacts, Helper } from './help.js';
import { helperNotFound, helpNotFound, helpNotOpen } from './refusals.js';

export type EngageHelp = Helper & { readonly help: string };

export type EngageHelpFacts = Facts &
  EngagementFacts & {
    /** Whether the organization has the member. Advisory. */
    readonly helperExists: boolean;
  };

/**
 * A member who helps sees the incident. They are granted sight of an open one, too: a guest sees
 * no other, and it may be restricted later.
 */
export const engageHelp: IncidentRule<EngageHelp, EngageHelpFacts> = (
  { help, helper, party, contact },
  incident,
  { known, grants, helperExists },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (known === undefined) return refuse(helpNotFound(help));
  if (known.state === 'ENGAGED' && isTheSame(known, { helper, party, contact })) return accept();
  if (known.state !== 'REQUESTED') return refuse(helpNotOpen(help));
  if (helper !== undefined && !helperExists) return refuse(helperNotFound(helper));
  const engaged: IncidentEvent = { type: 'HelpEngaged', data: { help, helper, party, contact } };
  return accept(engaged, ...sightThatBegins(help, helper, grants));
};

const isTheSame = (engaged: Helper, asked: Helper): boolean =>
  engaged.helper === asked.helper &&
  engaged.party === asked.party &&
  engaged.contact === asked.contact;

const sightThatBegins = (
  help: string,
  helper: string | undefined,
  grants: Grants,
): IncidentEvent[] =>
  helper === undefined || grants[helper] !== undefined ? [] : [granted(helper, { forHelp: help })];
