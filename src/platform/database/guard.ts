import pg from 'pg';
import { ConfigError } from '../config.js';

type Rights = { name: string; superuser: boolean; bypass: boolean; owner: boolean };

/**
 * Refuses a login that row-level security or the immutability of events does not bind: a
 * superuser, one with BYPASSRLS, or one that may become the owner.
 */
export const refusePrivilegedLogin = async (variable: string, url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<Rights>(
      `select rolname as name, rolsuper as superuser, rolbypassrls as bypass,
          pg_has_role(rolname, 'bridgelog_owner', 'member') as owner
        from pg_roles where rolname = session_user`,
    );
    const rights = rows[0];
    if (!rights || !(rights.superuser || rights.bypass || rights.owner)) return;
    throw new ConfigError(
      `${variable} logs in as ${rights.name}, whom nothing would keep from changing events or from ` +
        'reading other organizations. Put that address into DATABASE_OWNER_URL and name another ' +
        'login here (bridgelog_app, say: it is made if it is missing), or start with --single-role ' +
        'to accept the weaker protection.',
    );
  } finally {
    await client.end();
  }
};
