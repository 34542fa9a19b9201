import type { ReadSession } from '../../platform/database/read-session.js';

/** What people call an incident: its reference. */
export const readReferences = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await reads.query<{ id: string; reference: string }>(
    'select id, reference from bridgelog.incidents where organization = $1 and id = any ($2::text[])',
    [reads.organization, ids],
  );
  return new Map(rows.map(({ id, reference }) => [id, reference]));
};
