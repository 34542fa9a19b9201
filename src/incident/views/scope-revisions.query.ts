import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';

/** What stood of a scope after one of its revisions. */
export type ScopeRevision = {
  /** The event: an assessment, or a correction of the start. */
  readonly id: string;
  /** 1, 2, 3... within the incident. */
  readonly number: number;
  /** The event of the assessment that stood. */
  readonly assessment: string | null;
  readonly impactStartedAt: Instant | null;
  readonly impactStartSource: 'MONITORING' | 'REPORT' | 'ESTIMATE' | null;
};

const ofIncident = `select id, number, assessment,
    bridgelog.instant(impact_started_at) as "impactStartedAt",
    impact_start_source as "impactStartSource"
  from bridgelog.scope_revisions where organization = $1 and incident = $2`;

/** Oldest first; from the end, in reverse, when `backward`. */
export const listScopeRevisions = (
  reads: ReadSession,
  incident: string,
  page: {
    /** Only numbers above it, or below when `backward`. */
    readonly beyond: number | undefined;
    readonly backward: boolean;
    readonly limit: number;
  },
): Promise<readonly ScopeRevision[]> =>
  reads.query<ScopeRevision>(
    `${ofIncident} and number ${page.backward ? '<' : '>'} $3
      order by number ${page.backward ? 'desc' : 'asc'} limit $4`,
    [reads.organization, incident, page.beyond ?? (page.backward ? 2 ** 31 - 1 : 0), page.limit],
  );

/** The revisions of an incident with these numbers or events, in any order. */
export const readScopeRevisions = (
  reads: ReadSession,
  incident: string,
  { numbers, events }: { readonly numbers: readonly number[]; readonly events: readonly string[] },
): Promise<readonly ScopeRevision[]> =>
  reads.query<ScopeRevision>(
    `${ofIncident} and (number = any ($3::int[]) or id = any ($4::text[]))`,
    [reads.organization, incident, numbers, events],
  );
