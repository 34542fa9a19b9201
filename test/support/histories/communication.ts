import fc from 'fast-check';
import * as choices from '../../../src/incident/domain/choices.js';
import * as ownChoices from '../../../src/incident/domain/communication/choices.js';
import { promiseUpdate } from '../../../src/incident/domain/communication/promise-update.js';
import { publishUpdate } from '../../../src/incident/domain/communication/publish-update.js';
import type { PublishUpdate } from '../../../src/incident/domain/communication/publish-update.js';
import { retractUpdate } from '../../../src/incident/domain/communication/retract-update.js';
import type { RetractFacts } from '../../../src/incident/domain/communication/retract-update.js';
import type { IncidentRule } from '../../../src/incident/domain/rule.js';
import type { Facts } from '../../../src/kernel/decision.js';
import { plusSeconds } from '../../../src/kernel/instant.js';
import { sampleId, usualFacts } from '../given.js';
import { attempts, maybe, valueOf, words } from './attempt.js';
import type { Past } from './attempt.js';

const audience = valueOf(choices.updateAudience);
/** Now and then too early or too late. */
const at = fc.integer({ min: 0, max: 9 }).map((days) => plusSeconds(usualFacts.now, days * 86_400));

const announcements = attempts(publishUpdate, fc.record({ audience, text: words }), false);

const publications = attempts(
  publishUpdate,
  fc.record({
    audience,
    text: words,
    status: maybe(valueOf(ownChoices.publicStatus)),
    components: maybe(
      fc.array(fc.record({ name: words, status: valueOf(ownChoices.componentStatus) }), {
        maxLength: 2,
      }),
    ),
    nextUpdateAt: maybe(at),
  }) as fc.Arbitrary<PublishUpdate>,
  false,
);

/** The updates of the incident, newest first, whether they stand or not. */
const updatesOf = ({ rows, streamId }: Past) =>
  rows
    .all('updates')
    .filter((row) => row['incident'] === streamId)
    .reverse();

/** Retracts the nth update of the incident, if there are so many. */
const retractNth: IncidentRule<
  { readonly nth: number },
  Facts & RetractFacts & { readonly update: string }
> = (_command, incident, { update, ...facts }) =>
  retractUpdate({ update, reason: 'one' }, incident, facts);

const factsOfNth = ({ nth }: { readonly nth: number }, past: Past) => {
  const all = updatesOf(past);
  const row = all[nth];
  if (row === undefined) return { update: sampleId('evt', 'none') };
  const latest = all
    .filter(({ id, ...one }) => id !== row.id && one['audience'] === row['audience'])
    .find((one) => one['retracted_at'] === null);
  return {
    update: row.id,
    published: { audience: row['audience'], isRetracted: row['retracted_at'] !== null },
    otherwiseLatest: latest && { update: latest.id, at: latest['published_at'] },
  } as RetractFacts & { update: string };
};

const retractions = attempts(retractNth, fc.record({ nth: fc.nat(1) }), true, factsOfNth);

export const communicationAttempts = [
  announcements,
  publications,
  attempts(promiseUpdate, fc.record({ audience, at }), true),
  retractions,
];
