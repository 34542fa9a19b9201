import type { ReadSession } from '../../platform/database/read-session.js';

export type IntegrationView = {
  readonly id: string;
  readonly name: string;
  /** Null while it is known. */
  readonly removedAt: string | null;
};

const ofOrganization = `select i.id, i.name, bridgelog.instant(i.removed_at) as "removedAt"
  from bridgelog.integrations i where i.organization = $1`;

/** Those that were removed, too. */
export const integrationsById = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly IntegrationView[]> =>
  reads.query<IntegrationView>(`${ofOrganization} and i.id = any ($2::text[])`, [
    reads.organization,
    ids,
  ]);

/** The integrations of this id or name that are known; several may have one name. */
export const integrationsCalled = (
  reads: ReadSession,
  text: string,
): Promise<readonly IntegrationView[]> =>
  reads.query<IntegrationView>(
    `${ofOrganization} and i.removed_at is null and $2 in (i.id, i.name) order by i.id limit 20`,
    [reads.organization, text],
  );
