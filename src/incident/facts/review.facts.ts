import type { Facts } from '../../kernel/decision.js';
import type { ActingService } from '../../organization/acting.service.js';
import type { ResponderFacts } from '../domain/command/responder.js';
import type { FindingFacts } from '../domain/review/finding.js';
import type { LeadFacts } from '../domain/review/lead.js';
import type { PublishFacts } from '../domain/review/publish-review.js';
import { readFindings } from '../views/findings.query.js';
import { readLatestEditions } from '../views/reviews.query.js';
import type { ReadFacts } from './facts.js';
import { offerFacts } from './responder.facts.js';

/** Of the member who is to lead the review: whoever gives the command, unless somebody is named. */
export const leadFacts =
  (
    lead: string | undefined,
    acting: ActingService,
  ): ReadFacts<Facts & LeadFacts & ResponderFacts> =>
  (sources) =>
    offerFacts(lead ?? sources.actor.id, acting)(sources);

/** The latest edition of the review, if there is one. Strict: a row of the incident. */
export const editionFacts: ReadFacts<Facts & PublishFacts> = async ({ reads, incident }) => {
  const [found] = await readLatestEditions(reads, [incident]);
  return { latest: found && { text: found.text, url: found.url ?? undefined } };
};

/** The finding of the incident with this id, if there is one. Strict: a row of the incident. */
export const findingFacts =
  (finding: string): ReadFacts<Facts & FindingFacts> =>
  async ({ reads, incident }) => {
    const [row] = await readFindings(reads, [finding]);
    if (row?.incident !== incident) return {};
    const { kind: findingKind, text, evidence, withdrawnAt } = row;
    return {
      known: { finding, findingKind, text, evidence, isWithdrawn: withdrawnAt !== null },
    };
  };
