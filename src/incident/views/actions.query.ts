import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { actorOf } from '../../kernel/actor-of.js';

/** An action as it stands, from its proposal to its outcome. */
export type ActionView = {
  readonly id: string;
  readonly incident: string;
  readonly target: string;
  readonly kind: string;
  readonly intent: string;
  readonly status: string;
  readonly remark: string | null;
  /** When it was proposed or, without a proposal, started. */
  readonly beganAt: Instant;
  readonly proposedBy: Actor | null;
  readonly proposedAt: Instant | null;
  readonly decidedBy: Actor | null;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  readonly startedBy: Actor | null;
  readonly startedAt: Instant | null;
  readonly leaseUntil: Instant | null;
  readonly outcome: string | null;
  readonly outcomeRemark: string | null;
  readonly evidence: readonly string[];
  readonly finishedBy: Actor | null;
  readonly finishedAt: Instant | null;
};

type By = 'proposedBy' | 'decidedBy' | 'startedBy' | 'finishedBy';
type Row = Omit<ActionView, By> & Readonly<Record<By, string | null>>;

const columns = `id, incident, target, kind, intent, status, description as remark, reason, outcome,
  outcome_remark as "outcomeRemark", coalesce(evidence, '{}') as evidence,
  proposed_by as "proposedBy", decided_by as "decidedBy", started_by as "startedBy",
  finished_by as "finishedBy", bridgelog.instant(began_at) as "beganAt",
  bridgelog.instant(proposed_at) as "proposedAt", bridgelog.instant(decided_at) as "decidedAt",
  bridgelog.instant(started_at) as "startedAt", bridgelog.instant(lease_until) as "leaseUntil",
  bridgelog.instant(finished_at) as "finishedAt"`;

/** Whether the incident of an action is in one of the modes that a parameter lists. */
export const inModes = (parameter: string): string =>
  `exists (select from bridgelog.incidents i
    where i.organization = actions.organization and i.id = actions.incident
      and i.mode = any (${parameter}::text[]))`;

/** The actions of the organization (parameter $1) for which the rest of a statement holds. */
export const selectActions = async (
  reads: ReadSession,
  rest: string,
  values: readonly unknown[],
): Promise<readonly ActionView[]> => {
  const rows = await reads.query<Row>(
    `select ${columns} from bridgelog.actions where organization = $1 and ${rest}`,
    [reads.organization, ...values],
  );
  return rows.map((row) => ({
    ...row,
    proposedBy: actorOf(row.proposedBy),
    decidedBy: actorOf(row.decidedBy),
    startedBy: actorOf(row.startedBy),
    finishedBy: actorOf(row.finishedBy),
  }));
};

/** The actions with these ids, in any order. */
export const readActions = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly ActionView[]> => selectActions(reads, 'id = any ($2::text[])', [ids]);

/** What people call an action: "the rollback of service/checkout". */
export const readActionNames = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await readActions(reads, ids)).map(({ id, kind, target }) => [
      id,
      `the ${kind.toLowerCase().replaceAll('_', ' ')} of ${target}`,
    ]),
  );
