import type { ReadSession } from '../../platform/database/read-session.js';

export type OrganizationView = {
  readonly id: string;
  readonly name: string;
  readonly restrictNewIncidents: boolean;
};

/** The organization of the session. */
export const organizationOf = async (reads: ReadSession): Promise<OrganizationView | undefined> => {
  const found = await reads.query<OrganizationView>(
    `select id, name, coalesce(restrict_new_incidents, false) as "restrictNewIncidents"
      from bridgelog.organizations where organization = $1`,
    [reads.organization],
  );
  return found[0];
};
