import { actorOf } from '../../kernel/actor-of.js';
import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Guardrail, Mode } from '../domain/choices.js';
import type { DeviationKind } from '../domain/guardrails/choices.js';
import type { Stretch } from './stretch.js';

/** A guardrail that a command has met. */
export type DeviationView = {
  /** Of the event. */
  readonly id: string;
  readonly incident: string;
  /** The version of the incident. */
  readonly nth: number;
  readonly guardrail: Guardrail;
  readonly subject: string | null;
  readonly kind: DeviationKind;
  readonly reason: string | null;
  readonly by: Actor;
  readonly at: Instant;
};

/** Which to list; what is absent is not asked for. */
export type DeviationFilter = {
  readonly guardrails?: readonly Guardrail[] | undefined;
  readonly kinds?: readonly DeviationKind[] | undefined;
  readonly modes: readonly Mode[];
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
};

export type DeviationStretch = Omit<Stretch<never>, 'beyond'> & {
  /** `at` and id of the last one seen. */
  readonly beyond: readonly [string, string] | undefined;
};

export type GuardrailCount = {
  readonly guardrail: Guardrail;
  readonly noted: number;
  readonly blocked: number;
  readonly overridden: number;
  readonly incidents: number;
};

const columns = `t.id, t.incident, t.nth, t.guardrail, t.subject, t.kind, t.reason, t.actor,
  bridgelog.instant(t.at) as at`;

/**
 * Of parameters $2 to $6, in this order: guardrails, kinds, modes, from, until. `offset 0` has
 * the incident of each row looked up, where PostgreSQL would read all incidents first.
 */
const wanted = `bridgelog.guardrail_trips t
  where t.organization = $1 and ($2::text[] is null or t.guardrail = any ($2))
    and ($3::text[] is null or t.kind = any ($3))
    and ($5::timestamptz is null or t.at >= $5) and ($6::timestamptz is null or t.at < $6)
    and exists (select from bridgelog.incidents i where i.organization = t.organization
      and i.id = t.incident and i.mode = any ($4::text[]) offset 0)`;

const valuesOf = ({ guardrails, kinds, modes, from, until }: DeviationFilter) => [
  ...[guardrails, kinds, modes, from, until],
];

/** Those of an incident in the order in which they were recorded, or from the last one back. */
export const listDeviationsIn = async (
  reads: ReadSession,
  incident: string,
  { beyond, backward, limit }: Stretch<number>,
): Promise<readonly DeviationView[]> =>
  viewsOf(
    await reads.query<Row>(
      `select ${columns} from bridgelog.guardrail_trips t
        where t.organization = $1 and t.incident = $2
          and ($3::int is null or t.nth ${backward ? '<' : '>'} $3)
        order by t.nth ${backward ? 'desc' : 'asc'} limit $4`,
      [reads.organization, incident, beyond, limit],
    ),
  );

/** Newest first; from the end, in reverse, when `backward`. */
export const listDeviations = async (
  reads: ReadSession,
  where: DeviationFilter,
  { beyond, backward, limit }: DeviationStretch,
): Promise<readonly DeviationView[]> => {
  const order = backward ? 'asc' : 'desc';
  return viewsOf(
    await reads.query<Row>(
      `select ${columns} from ${wanted}
          and ($7::timestamptz is null or (t.at, t.id) ${backward ? '>' : '<'} ($7, $8))
        order by t.at ${order}, t.id ${order} limit $9`,
      [reads.organization, ...valuesOf(where), beyond?.[0], beyond?.[1] ?? '', limit],
    ),
  );
};

/** Of the guardrails that were met at all. */
export const countDeviations = (
  reads: ReadSession,
  where: DeviationFilter,
): Promise<readonly GuardrailCount[]> =>
  reads.query(
    `select t.guardrail,
        count(*) filter (where t.kind = 'NOTED')::int as noted,
        count(*) filter (where t.kind = 'BLOCKED')::int as blocked,
        count(*) filter (where t.kind = 'OVERRIDDEN')::int as overridden,
        count(distinct t.incident)::int as incidents
      from ${wanted} group by t.guardrail`,
    [reads.organization, ...valuesOf(where)],
  );

type Row = Omit<DeviationView, 'by'> & { readonly actor: string };

const viewsOf = (rows: readonly Row[]): readonly DeviationView[] =>
  rows.map(({ actor, ...row }) => ({ ...row, by: actorOf(actor) }));
