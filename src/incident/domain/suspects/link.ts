import type { EvidenceFacts } from '../evidence.js';
import type { Facts } from '../../../kernel/decision.js';
import type { SuspectStatus } from './choices.js';

/** What an incident has to say of one change. */
export type Link = {
  readonly change: string;
  readonly status: SuspectStatus;
  /** Whether it was policy, and not a person or a tool, that gave it this status. */
  readonly byPolicy: boolean;
};

export type LinkFacts = Facts & {
  /** Of the change that the command names, if it was ever linked. Strict. */
  readonly link?: Link | undefined;
};

export type JudgeFacts = LinkFacts & EvidenceFacts;

/** A suspect by policy alone. */
export const isUnjudged = ({ status, byPolicy }: Link): boolean => status === 'SUSPECT' && byPolicy;

export const isLinked = (link: Link | undefined): link is Link =>
  link !== undefined && link.status !== 'UNLINKED';
