import type { ReadSession } from '../database/read-session.js';

/** A session for each query: what waits for hours must hold no transaction open. */
export const briefReads = (organization: string, open: () => ReadSession): ReadSession => ({
  organization,
  async query<T>(sql: string, values: readonly unknown[]) {
    const session = open();
    try {
      return await session.query<T>(sql, values);
    } finally {
      await session.close();
    }
  },
  close: () => Promise.resolve(),
});
