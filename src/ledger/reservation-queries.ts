import type { Holder } from '../kernel/decision.js';
import { lineage } from '../kernel/target.js';
import type { ReadSession } from '../platform/database/read-session.js';

/** Somebody else who has the target, a part of it or what it is a part of, if anybody does. */
export const readTargetHolder = async (
  reads: ReadSession,
  target: string,
  otherThan: string,
): Promise<Holder | undefined> => {
  const [found] = await reads.query<Holder>(
    `select key, holder, stream as "streamId" from bridgelog.reservations
      where organization = $1 and space = 'target' and holder <> $4
        and (key = any ($3::text[])
          or (key > ($2 || '/') collate "C" and key < ($2 || '0') collate "C"))
      order by key <> $2, key, holder limit 1`,
    [reads.organization, target, lineage(target), otherThan],
  );
  return found;
};
