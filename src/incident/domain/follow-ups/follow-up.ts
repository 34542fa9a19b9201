import type { Instant } from '../../../kernel/instant.js';
import type { FollowUpKind, FollowUpOutcome } from './choices.js';

/** A follow-up in another system. */
export type Ticket = {
  readonly system: string;
  readonly key: string;
  readonly url?: string | undefined;
};

/** What is to be done, by whom and by when. */
export type FollowUpWords = {
  readonly title: string;
  readonly description?: string | undefined;
  readonly followUpKind: FollowUpKind;
  /** A member; at most one of the two. */
  readonly owner?: string | undefined;
  readonly team?: string | undefined;
  readonly dueAt?: Instant | undefined;
  readonly ticket?: Ticket | undefined;
  readonly fromFinding?: string | undefined;
};

export type Completion = {
  readonly followUpOutcome: FollowUpOutcome;
  readonly remark?: string | undefined;
  readonly url?: string | undefined;
  readonly evidence: readonly string[];
};

/** A follow-up as it stands. */
export type FollowUp = {
  readonly followUp: string;
  readonly words: FollowUpWords;
  /** Absent while it is open. */
  readonly completion?: Completion | undefined;
};

export type FollowUpFacts = {
  /** The follow-up of this incident that the command names, if there is one. Strict: the version of its incident backs it. */
  readonly known?: FollowUp | undefined;
};

export type OwnerFacts = {
  /** Whether the organization has the member who is to own it; true if none is. Advisory. */
  readonly ownerExists: boolean;
};

export const saysTheSame = (one: FollowUpWords, other: FollowUpWords): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const inOrder = ({ ticket, ...words }: FollowUpWords) => [
  ...[words.title, words.description, words.followUpKind, words.owner, words.team],
  ...[words.dueAt, words.fromFinding, ticket?.system, ticket?.key, ticket?.url],
];
