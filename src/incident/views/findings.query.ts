import { actorOf } from '../../kernel/actor-of.js';
import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { FindingKind } from '../domain/review/choices.js';
import { excerpt } from '../domain/wording.js';
import type { Stretch } from './stretch.js';

/** A finding as it stands. */
export type FindingView = {
  readonly id: string;
  readonly incident: string;
  /** Its place among the findings of its incident: the version of the incident. */
  readonly nth: number;
  readonly kind: FindingKind;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly recordedBy: Actor;
  readonly recordedAt: Instant;
  readonly revisedBy: Actor | null;
  readonly revisedAt: Instant | null;
  readonly withdrawnBy: Actor | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawalReason: string | null;
};

type By = 'recordedBy' | 'revisedBy' | 'withdrawnBy';
type Row = Omit<FindingView, By> & { readonly recordedBy: string } & Readonly<
    Record<Exclude<By, 'recordedBy'>, string | null>
  >;

const selectFindings = async (
  reads: ReadSession,
  rest: string,
  values: readonly unknown[],
): Promise<readonly FindingView[]> => {
  const rows = await reads.query<Row>(
    `select id, incident, nth, kind, text, evidence, recorded_by as "recordedBy",
        bridgelog.instant(recorded_at) as "recordedAt", revised_by as "revisedBy",
        bridgelog.instant(revised_at) as "revisedAt", withdrawn_by as "withdrawnBy",
        bridgelog.instant(withdrawn_at) as "withdrawnAt", withdrawal_reason as "withdrawalReason"
      from bridgelog.findings where organization = $1 and ${rest}`,
    [reads.organization, ...values],
  );
  return rows.map((row) => ({
    ...row,
    recordedBy: actorOf(row.recordedBy),
    revisedBy: actorOf(row.revisedBy),
    withdrawnBy: actorOf(row.withdrawnBy),
  }));
};

/** The findings with these ids, in any order. */
export const readFindings = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly FindingView[]> => selectFindings(reads, 'id = any ($2::text[])', [ids]);

/** Which findings a list shows. */
export type FindingFilter = {
  readonly kind?: readonly FindingKind[] | undefined;
  readonly includeWithdrawn: boolean;
};

/** Those of an incident, oldest first. */
export const readFindingsOf = (
  reads: ReadSession,
  incident: string,
  { kind, includeWithdrawn }: FindingFilter,
  { beyond, backward, limit }: Stretch<number>,
): Promise<readonly FindingView[]> =>
  selectFindings(
    reads,
    `incident = $2 and ($3::text[] is null or kind = any ($3)) and ($4 or withdrawn_at is null)
      and ($5::integer is null or nth ${backward ? '<' : '>'} $5)
      order by nth ${backward ? 'desc' : 'asc'} limit $6`,
    [incident, kind, includeWithdrawn, beyond, limit],
  );

/** What people call a finding: `the finding "The WAF had no limit"`. */
export const readFindingNames = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await reads.query<Pick<FindingView, 'id' | 'text'>>(
    'select id, text from bridgelog.findings where organization = $1 and id = any ($2::text[])',
    [reads.organization, ids],
  );
  return new Map(rows.map(({ id, text }) => [id, `the finding "${excerpt(text, 80)}"`]));
};
