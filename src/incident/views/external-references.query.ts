import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { ReferenceKind } from '../domain/references/choices.js';
import { actorOf } from '../../kernel/actor-of.js';
import { referenceRowId, type Outside } from './external-reference-row.view.js';

/** Something in another system that is bound to an incident. */
export type ReferenceView = {
  readonly incident: string;
  readonly kind: ReferenceKind;
  readonly system: string;
  readonly externalId: string;
  readonly url: string | null;
  readonly caption: string | null;
  readonly boundBy: Actor;
  readonly boundAt: Instant;
};

type Row = Omit<ReferenceView, 'boundBy'> & { readonly boundBy: string };

const selected = `select incident, kind, system, external_id as "externalId", url, caption,
    bound_by as "boundBy", bridgelog.instant(bound_at) as "boundAt"
  from bridgelog.external_references where organization = $1 and bound`;

/** What is bound to these incidents, oldest first. */
export const readReferencesOf = async (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly ReferenceView[]> => {
  const rows = await reads.query<Row>(
    `${selected} and incident = any ($2::text[]) order by bound_at, id`,
    [reads.organization, incidents],
  );
  return rows.map((row) => ({ ...row, boundBy: actorOf(row.boundBy) }));
};

/** The thing as this incident has it bound, if it has. */
export const readBinding = async (
  reads: ReadSession,
  incident: string,
  thing: Outside,
): Promise<Pick<ReferenceView, 'kind' | 'url' | 'caption'> | undefined> => {
  const rows = await reads.query<Row>(`${selected} and id = $2`, [
    reads.organization,
    referenceRowId(incident, thing),
  ]);
  return rows[0];
};

/** The incidents that a thing is bound to, newest first. */
export const readIncidentsWith = async (
  reads: ReadSession,
  { system, externalId }: Outside,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await reads.query<{ id: string }>(
    `select i.id from bridgelog.external_references r
      join bridgelog.incidents i on i.organization = r.organization and i.id = r.incident
      where r.organization = $1 and r.system = $2 and r.external_id = $3 and r.bound
      order by i.number desc limit $4`,
    [reads.organization, system, externalId, limit],
  );
  return rows.map(({ id }) => id);
};
