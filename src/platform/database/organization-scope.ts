import type pg from 'pg';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The text if it is a UUID in lower case. Throws otherwise: it goes into SQL as it is. */
export const asUuid = (text: string): string => {
  if (!uuid.test(text)) throw new TypeError(`not a UUID in lower case: ${text}`);
  return text;
};

const id = /^[a-z]{2,10}_[0-9a-z]{26}$/;

/** The text if it is an id as `mem_...`. Throws otherwise: it goes into SQL as it is. */
export const asId = (text: string): string => {
  if (!id.test(text)) throw new TypeError(`not an id: ${text}`);
  return text;
};

/** Runs work in a transaction that sees one organization, all of its incidents, and commits it. */
export const withinOrganization = async <T>(
  pool: pg.Pool,
  organization: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query(
      `begin; set local bridgelog.organization = '${asUuid(organization)}';` +
        ` set local bridgelog.sight = 'ALL'`,
    );
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: unknown) => client.release(broken as Error),
    );
    throw error;
  }
};
