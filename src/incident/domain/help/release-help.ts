import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import type { EngagementFacts, Help } from './help.js';
import { helpNotFound } from './refusals.js';

export type ReleaseHelp = { readonly help: string; readonly remark?: string | undefined };

export type ReleaseHelpFacts = Facts &
  EngagementFacts & {
    /** Whether the member is engaged for another request of the incident. Strict, like the request. */
    readonly helpsOtherwise: boolean;
  };

/** Takes back the sight that engagements gave, and no other. */
export const releaseHelp: IncidentRule<ReleaseHelp, ReleaseHelpFacts> = (
  { help, remark },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { known } = facts;
  if (known === undefined) return refuse(helpNotFound(help));
  if (known.state === 'RELEASED') return accept();
  const wasEngaged = known.state === 'ENGAGED' || undefined;
  const released: IncidentEvent = { type: 'HelpReleased', data: { help, remark, wasEngaged } };
  return accept(released, ...sightThatEnds(known, incident, facts));
};

/** A helper who has come to command keeps sight. */
const sightThatEnds = (
  { help, helper }: Help,
  { commander }: DeclaredIncident,
  { grants, helpsOtherwise }: ReleaseHelpFacts,
): IncidentEvent[] =>
  helper === undefined ||
  grants[helper] !== 'FOR_HELP' ||
  helpsOtherwise ||
  commander?.member === helper
    ? []
    : [{ type: 'SightRevoked', data: { viewer: helper, forHelp: help } }];
