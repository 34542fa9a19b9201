import type { Holder } from '../kernel/decision.js';
import type { ReadSession } from '../platform/database/read-session.js';

/**
 * Who holds a target, one of those that it is a part of (`lineage`, itself among them), or a part
 * of it: '0' comes after '/'.
 */
export const readTargetHolder = async (
  reads: ReadSession,
  target: string,
  lineage: readonly string[],
): Promise<Holder | null> => {
  const rows = await reads.query<Holder>(
    `select key, holder, stream as "streamId" from bridgelog.reservations
      where organization = $1 and space = 'target' and (key = any ($2::text[])
        or (key > ($3 || '/') collate "C" and key < ($3 || '0') collate "C"))
      order by key, holder limit 1`,
    [reads.organization, lineage, target],
  );
  return rows[0] ?? null;
};
