import fc from 'fast-check';
import { addFollowUp } from '../../../src/incident/domain/follow-ups/add-follow-up.js';
import * as choices from '../../../src/incident/domain/follow-ups/choices.js';
import { completeFollowUp } from '../../../src/incident/domain/follow-ups/complete-follow-up.js';
import type { FollowUp, FollowUpWords } from '../../../src/incident/domain/follow-ups/follow-up.js';
import { reopenFollowUp } from '../../../src/incident/domain/follow-ups/reopen-follow-up.js';
import { reviseFollowUp } from '../../../src/incident/domain/follow-ups/revise-follow-up.js';
import { changeReview } from '../../../src/incident/domain/review/change-review.js';
import { findingKind } from '../../../src/incident/domain/review/choices.js';
import type { Finding } from '../../../src/incident/domain/review/finding.js';
import { publishReview } from '../../../src/incident/domain/review/publish-review.js';
import { recordFinding } from '../../../src/incident/domain/review/record-finding.js';
import { reviseFinding } from '../../../src/incident/domain/review/revise-finding.js';
import { startReview } from '../../../src/incident/domain/review/start-review.js';
import { withdrawFinding } from '../../../src/incident/domain/review/withdraw-finding.js';
import { builtIn } from '../../../src/playbook/built-in.js';
import { ada, grace } from '../given-incident.js';
import { sampleId } from '../given.js';
import { attempts, maybe, valueOf, words } from './attempt.js';
import type { Past } from './attempt.js';
import { grantsIn } from './sight.js';

const member = fc.constantFrom(ada, grace);
const dueAt = fc.constantFrom('2019-07-02T13:00:00.000000Z', '2019-07-09T12:00:00.000000Z');
const finding = fc.nat(2).map((n) => sampleId('fnd', String(n)));
const followUp = fc.nat(2).map((n) => sampleId('fol', String(n)));

const ofLead = (_command: unknown, past: Past) => ({ mayRespond: true, grants: grantsIn(past) });

const knownFinding = ({ finding: id }: { readonly finding: string }, { rows, streamId }: Past) => {
  const row = rows.find('findings', id);
  if (row?.['incident'] !== streamId) return {};
  const { kind, ...said } = row as unknown as Finding & { readonly kind: Finding['findingKind'] };
  const isWithdrawn = row['withdrawn_at'] !== undefined;
  return { known: { ...said, finding: id, findingKind: kind, isWithdrawn } };
};

const latestEdition = (_command: unknown, { rows, streamId }: Past) => {
  const editions = rows.all('review_editions').filter((row) => row['incident'] === streamId);
  const text = editions.at(-1)?.['text'] as string | undefined;
  return { latest: text === undefined ? undefined : { text } };
};

const knownFollowUp = (
  { followUp: id }: { readonly followUp: string },
  { rows, streamId }: Past,
): { known?: FollowUp } => {
  const row = rows.find('follow_ups', id);
  if (row?.['incident'] !== streamId) return {};
  const said = Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== 'infinity'),
  );
  const { state, kind, evidence, remark } = said;
  const { title, owner, due_at: due, finding: fromFinding } = said;
  return {
    known: {
      followUp: id,
      words: { title, followUpKind: kind, owner, dueAt: due, fromFinding } as FollowUpWords,
      completion:
        state === 'OPEN'
          ? undefined
          : ({ followUpOutcome: state, remark, evidence } as FollowUp['completion']),
    },
  };
};

const aboutFollowUp = (command: { readonly followUp: string }, past: Past) => ({
  ...knownFollowUp(command, past),
  ownerExists: true,
  findingExists: true,
  playbook: builtIn,
});

const starts = attempts(
  startReview,
  fc.record({ lead: maybe(member), dueAt: maybe(dueAt) }),
  true,
  ofLead,
);
const changes = attempts(
  changeReview,
  fc.record({ lead: member, dueAt: maybe(dueAt) }),
  true,
  ofLead,
);
const editions = attempts(publishReview, fc.record({ text: words }), true, latestEdition);
const findings = [
  attempts(
    recordFinding,
    fc.record({ finding, call: fc.uuid(), findingKind: valueOf(findingKind), text: words }),
    true,
    knownFinding,
  ),
  attempts(reviseFinding, fc.record({ finding, text: words }), true, knownFinding),
  attempts(withdrawFinding, fc.record({ finding }), true, knownFinding),
];

const additions = attempts(
  addFollowUp,
  fc.record({
    followUp,
    call: fc.uuid(),
    title: words,
    followUpKind: valueOf(choices.followUpKind),
    dueAt: maybe(dueAt),
  }),
  true,
  aboutFollowUp,
);
const revisions = attempts(
  reviseFollowUp,
  fc.record({ followUp, title: maybe(words), owner: maybe(member), dueAt: maybe(dueAt) }),
  true,
  aboutFollowUp,
);
const completions = attempts(
  completeFollowUp,
  fc.record({
    followUp,
    followUpOutcome: valueOf(choices.followUpOutcome),
    remark: words,
    evidence: fc.constant([]),
  }),
  true,
  aboutFollowUp,
);
const reopenings = attempts(reopenFollowUp, fc.record({ followUp }), true, aboutFollowUp);

/** Looking back is tried more often than there is something to look back on. */
export const reviewAttempts = [starts, starts, changes, editions, ...findings];
export const followUpsAttempts = [additions, revisions, completions, reopenings];
