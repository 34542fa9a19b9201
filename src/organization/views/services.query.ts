import type { ReadSession } from '../../platform/database/read-session.js';
import { stretchSql, stretchValues, type Stretch } from './stretch.js';

export type ServiceView = {
  /** The name, such as `checkout`. */
  readonly id: string;
  readonly title: string;
  readonly team: string | null;
  readonly target: string;
  readonly description: string | null;
};

const ofOrganization = `select id, title, team, target, description from bridgelog.services
  where organization = $1 and retired_at is null`;

export const listServices = (
  reads: ReadSession,
  stretch: Stretch,
): Promise<readonly ServiceView[]> =>
  reads.query<ServiceView>(`${ofOrganization} ${stretchSql('id', stretch)}`, [
    reads.organization,
    ...stretchValues(stretch),
  ]);

export const serviceByName = async (
  reads: ReadSession,
  name: string,
): Promise<ServiceView | undefined> => {
  const rows = await reads.query<ServiceView>(`${ofOrganization} and id = $2`, [
    reads.organization,
    name,
  ]);
  return rows[0];
};

/** The service with the longest of these targets, if there is one. */
export const serviceAt = async (
  reads: ReadSession,
  targets: readonly string[],
): Promise<ServiceView | undefined> => {
  const rows = await reads.query<ServiceView>(
    `${ofOrganization} and target = any ($2::text[]) order by length(target) desc, id limit 1`,
    [reads.organization, targets],
  );
  return rows[0];
};
