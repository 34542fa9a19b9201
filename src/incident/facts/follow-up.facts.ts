import type { Facts } from '../../kernel/decision.js';
import type { ActingService } from '../../organization/acting.service.js';
import type { AddFollowUp, AddFollowUpFacts } from '../domain/follow-ups/add-follow-up.js';
import type {
  Completion,
  FollowUp,
  FollowUpFacts,
  FollowUpWords,
  OwnerFacts,
} from '../domain/follow-ups/follow-up.js';
import { readFindings } from '../views/findings.query.js';
import { readFollowUps, type FollowUpView } from '../views/follow-ups.query.js';
import type { ReadFacts } from './facts.js';

/** The follow-up of the incident with this id, if there is one. Strict: a row of the incident. */
export const followUpFacts =
  (followUp: string): ReadFacts<Facts & FollowUpFacts> =>
  async ({ reads, incident }) => {
    const [row] = await readFollowUps(reads, [followUp]);
    return row?.incident === incident ? { known: knownFrom(row) } : {};
  };

/** Whether who is to own it is a member, and was not removed. Advisory: of another stream. */
export const ownerFacts =
  (owner: string | undefined, acting: ActingService): ReadFacts<Facts & OwnerFacts> =>
  async ({ reads }) => ({
    ownerExists: owner === undefined || (await acting.isKnown(reads, owner)),
  });

/** Advisory: whether the owner exists. Strict: the rest, rows of the incident. */
export const addFollowUpFacts =
  (
    { followUp, owner, fromFinding }: AddFollowUp,
    acting: ActingService,
  ): ReadFacts<AddFollowUpFacts> =>
  async (sources) => {
    const { reads, incident } = sources;
    const [finding] = fromFinding === undefined ? [] : await readFindings(reads, [fromFinding]);
    return {
      ...(await followUpFacts(followUp)(sources)),
      ...(await ownerFacts(owner, acting)(sources)),
      findingExists: finding?.incident === incident,
    };
  };

const knownFrom = (row: FollowUpView): FollowUp => ({
  followUp: row.id,
  words: wordsFrom(row),
  completion: completionFrom(row),
});

const wordsFrom = ({ ticket, ...row }: FollowUpView): FollowUpWords => ({
  title: row.title,
  description: row.description ?? undefined,
  followUpKind: row.kind,
  owner: row.owner?.id,
  team: row.team ?? undefined,
  dueAt: row.dueAt ?? undefined,
  ticket: ticket && { ...ticket, url: ticket.url ?? undefined },
  fromFinding: row.finding ?? undefined,
});

const completionFrom = ({ state, ...row }: FollowUpView): Completion | undefined =>
  state === 'OPEN'
    ? undefined
    : {
        followUpOutcome: state,
        remark: row.remark ?? undefined,
        url: row.url ?? undefined,
        evidence: row.evidence,
      };
