import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { ComponentStatus, PublicStatus } from '../domain/communication/choices.js';

/** How a part of the product does, by the latest update that names it. */
export type ComponentView = {
  readonly incident: string;
  readonly name: string;
  readonly status: ComponentStatus;
  readonly publishedAt: Instant;
};

const mostComponents = 200;

/** What the updates of these incidents that stand say of them as a whole, if they do. */
export const readPublicStatuses = (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly { readonly incident: string; readonly status: PublicStatus }[]> =>
  reads.query(
    `select distinct on (incident) incident, status from bridgelog.updates
      where organization = $1 and incident = any ($2::text[])
        and status is not null and retracted_at is null
      order by incident, version desc`,
    [reads.organization, incidents],
  );

/** By name; of an incident that names very many, those that were named last. */
export const readComponents = (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly ComponentView[]> =>
  reads.query(
    `with named as (
        select distinct on (u.incident, c.name) u.incident, c.name, c.status, u.version,
            u.published_at
          from bridgelog.updates u,
            jsonb_to_recordset(u.components) c(name text, status text)
          where u.organization = $1 and u.incident = any ($2::text[]) and u.retracted_at is null
          order by u.incident, c.name, u.version desc
      ), ranked as (
        select *, row_number() over (partition by incident order by version desc, name) as nth
          from named
      )
      select incident, name, status, bridgelog.instant(published_at) as "publishedAt"
        from ranked where nth <= $3 order by name collate "C"`,
    [reads.organization, incidents, mostComponents],
  );
