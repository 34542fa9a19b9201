import { actorOf } from '../../kernel/actor-of.js';
import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Nudge } from '../domain/choices.js';
import type { NudgeStatus } from '../domain/clocks/choices.js';

/** A reminder that was raised or put off, from then on. */
export type NudgeView = {
  readonly id: string;
  readonly incident: string;
  readonly nudge: Nudge;
  readonly about: string | null;
  readonly causedBy: string;
  readonly state: NudgeStatus;
  readonly raisedAt: Instant | null;
  readonly snoozedUntil: Instant | null;
  readonly snoozedBy: Actor | null;
  readonly reason: string | null;
  readonly clearedAt: Instant | null;
  readonly clearedBy: string | null;
};

type Row = Omit<NudgeView, 'snoozedBy'> & { readonly snoozedBy: string | null };

/** Which reminders a list shows; what is absent is not asked for. */
export type NudgeFilter = {
  readonly states?: readonly NudgeStatus[] | null | undefined;
  readonly nudges?: readonly Nudge[] | null | undefined;
  readonly incident?: string | null | undefined;
};

export type NudgeStretch = {
  /** `causedBy` and id of the last one seen. */
  readonly beyond: readonly [string, string] | undefined;
  /** From the oldest on. */
  readonly backward: boolean;
  readonly limit: number;
};

const selected = `select id, incident, nudge, about, caused_by as "causedBy", state,
    bridgelog.instant(raised_at) as "raisedAt", bridgelog.instant(snoozed_until) as "snoozedUntil",
    snoozed_by as "snoozedBy", reason, bridgelog.instant(cleared_at) as "clearedAt",
    cleared_by as "clearedBy"
  from bridgelog.nudges where organization = $1`;

/** Those of these incidents that stand: raised or put off, and not cleared. */
export const readStandingNudges = async (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly NudgeView[]> =>
  (
    await reads.query<Row>(
      `${selected} and incident = any ($2::text[]) and state <> 'CLEARED' order by id`,
      [reads.organization, incidents],
    )
  ).map(viewOf);

/** Those whose clock was started last come first. */
export const listNudges = async (
  reads: ReadSession,
  { states, nudges, incident }: NudgeFilter,
  { beyond, backward, limit }: NudgeStretch,
): Promise<readonly NudgeView[]> => {
  const order = backward ? 'asc' : 'desc';
  const rows = await reads.query<Row>(
    `${selected} and ($2::text[] is null or state = any ($2))
        and ($3::text[] is null or nudge = any ($3)) and ($4::text is null or incident = $4)
        and ($5::text is null or (caused_by, id) ${backward ? '>' : '<'} ($5::text, $6::text))
      order by caused_by ${order}, id ${order} limit $7`,
    [reads.organization, states, nudges, incident, beyond?.[0], beyond?.[1], limit],
  );
  return rows.map(viewOf);
};

const viewOf = (row: Row): NudgeView => ({ ...row, snoozedBy: actorOf(row.snoozedBy) });
