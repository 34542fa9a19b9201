import type { Instant } from '../../../kernel/instant.js';
import type { TargetAlias } from '../../../kernel/target.js';
import type { ActionIntent, ActionKind, ActionOutcome } from '../choices.js';
import type { ActionStatus } from './choices.js';

/** An action as it stands: what rules are told of it. Who acted is named by id. */
export type Action = {
  readonly action: string;
  readonly target: string;
  readonly kind: ActionKind;
  readonly intent: ActionIntent;
  readonly status: ActionStatus;
  readonly proposedBy: string | null;
  /** Who approved, rejected or withdrew it. */
  readonly decidedBy: string | null;
  /** Why it was rejected or withdrawn. */
  readonly reason: string | null;
  readonly leaseUntil: Instant | null;
  /** What came of it; null until it is finished. */
  readonly outcome: ActionOutcome | null;
  readonly outcomeRemark: string | null;
  readonly evidence: readonly string[];
};

export type ActionFacts = {
  /** The action of this incident that the command names, if there is one. Strict: the version of its incident backs it. */
  readonly known?: Action | undefined;
};

export type AliasFacts = {
  /**
   * The organization's aliases that may apply to the target. Advisory: one that is made or
   * removed meanwhile may be missed.
   */
  readonly aliases?: readonly TargetAlias[] | undefined;
};

type In<S extends ActionStatus> = Action & { readonly status: S };

/** Whether it waits to be started. */
export const isProposal = (known: Action | undefined): known is In<'PROPOSED' | 'APPROVED'> =>
  known?.status === 'PROPOSED' || known?.status === 'APPROVED';

export const isTurnedDown = (known: Action | undefined): known is In<'REJECTED' | 'WITHDRAWN'> =>
  known?.status === 'REJECTED' || known?.status === 'WITHDRAWN';

/** Whether it was started and nobody has said what came of it. */
export const isUnderWay = (known: Action | undefined): known is In<'STARTED' | 'EXPIRED'> =>
  known?.status === 'STARTED' || known?.status === 'EXPIRED';
