import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { reviewNotStarted } from './refusals.js';

export type PublishReview = { readonly text: string; readonly url?: string | undefined };

export type PublishFacts = {
  /** The latest edition of the review, if there is one. Strict: the version of the incident backs it. */
  readonly latest?: PublishReview | undefined;
};

/** By anyone, and again and again: each time a new edition. */
export const publishReview: IncidentRule<PublishReview, Facts & PublishFacts> = (
  { text, url },
  incident,
  { latest },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { review } = incident;
  if (review === null) return refuse(reviewNotStarted());
  return latest?.text === text && latest.url === url
    ? accept()
    : accept({ type: 'ReviewPublished', data: { edition: review.editions + 1, text, url } });
};
