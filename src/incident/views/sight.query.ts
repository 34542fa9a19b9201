import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { actorOf } from '../../kernel/actor-of.js';
import { sightRowId } from './sight-row.view.js';

/** Somebody who was granted sight of an incident. */
export type GrantView = { readonly viewer: Actor; readonly since: Instant; readonly by: Actor };

type GrantRow = { readonly viewer: string; readonly since: Instant; readonly by: string };

/** Which of these viewers were granted sight, and whether an engagement alone gave it. */
export const readGrants = (
  reads: ReadSession,
  incident: string,
  viewers: readonly string[],
): Promise<readonly { readonly viewer: string; readonly forHelp: boolean }[]> =>
  reads.query(
    `select viewer, coalesce(for_help, false) as "forHelp" from bridgelog.sight
      where organization = $1 and id = any ($2::text[]) and granted`,
    [reads.organization, viewers.map((viewer) => sightRowId(incident, viewer))],
  );

/** The grants of an incident in order of viewer, beyond one. Joined, so that its policy holds. */
export const readGrantPage = async (
  reads: ReadSession,
  incident: string,
  stretch: { readonly beyond: string; readonly backward: boolean; readonly limit: number },
): Promise<readonly GrantView[]> => {
  const { beyond, backward, limit } = stretch;
  const rows = await reads.query<GrantRow>(
    `select s.viewer, bridgelog.instant(s.granted_at) as since, s.granted_by as by
      from bridgelog.sight s
      join bridgelog.incidents i on i.organization = s.organization and i.id = s.incident
      where s.organization = $1 and s.incident = $2 and s.granted
        and s.viewer ${backward ? '<' : '>'} $3
      order by s.viewer ${backward ? 'desc' : 'asc'} limit $4`,
    [reads.organization, incident, beyond, limit],
  );
  return rows.map(({ viewer, since, by }) => ({
    viewer: actorOf(viewer),
    since,
    by: actorOf(by),
  }));
};
