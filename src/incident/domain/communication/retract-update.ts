import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import type { UpdateAudience } from '../choices.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { updateNotFound } from './refusals.js';

export type RetractUpdate = {
  /** By the event that published it. */
  readonly update: string;
  readonly reason: string;
};

/** Strict: the version of the incident backs both. */
export type RetractFacts = {
  /** The update of this incident that the command names, if there is one. */
  readonly published?:
    { readonly audience: UpdateAudience; readonly isRetracted: boolean } | undefined;
  /** The latest update for the same audience that stands, that one aside. */
  readonly otherwiseLatest?: { readonly update: string; readonly at: Instant } | undefined;
};

/** Open in every phase. It does not bring a promise back that the update fulfilled. */
export const retractUpdate: IncidentRule<RetractUpdate, Facts & RetractFacts> = (
  { update, reason },
  incident,
  { published, otherwiseLatest },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (published === undefined) return refuse(updateNotFound(update));
  if (published.isRetracted) return accept();
  const { audience } = published;
  return accept({
    type: 'UpdateRetracted',
    data: { audience, update, reason, latest: otherwiseLatest },
  });
};
