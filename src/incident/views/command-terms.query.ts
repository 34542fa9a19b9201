import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Stretch } from './stretch.js';

/** A term of command, the current one or one that ended. */
export type CommandTermView = {
  readonly term: number;
  readonly commander: string;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly began: string;
  readonly former: string | null;
  readonly ended: string | null;
};

/** The terms of an incident in order, or from the last one back. */
export const readCommandTerms = (
  reads: ReadSession,
  incident: string,
  { beyond, backward, limit }: Stretch<number>,
): Promise<readonly CommandTermView[]> =>
  reads.query(
    `select term, commander, bridgelog.instant(since) as since, bridgelog.instant(until) as until,
        began, former, ended
      from bridgelog.command_terms
      where organization = $1 and incident = $2 and ($3::int is null or term ${backward ? '<' : '>'} $3)
      order by term ${backward ? 'desc' : 'asc'} limit $4`,
    [reads.organization, incident, beyond, limit],
  );
