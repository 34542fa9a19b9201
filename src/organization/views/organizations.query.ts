import type { ReadSession } from '../../platform/database/read-session.js';

export type OrganizationView = { readonly id: string; readonly name: string };

/** The organization of the session. */
export const organizationOf = async (reads: ReadSession): Promise<OrganizationView | undefined> => {
  const found = await reads.query<OrganizationView>(
    'select id, name from bridgelog.organizations where organization = $1',
    [reads.organization],
  );
  return found[0];
};
