import type { TargetNames } from '../../kernel/target.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { aroundTarget } from './action-lists.query.js';
import { selectActions, type ActionView } from './actions.query.js';

/**
 * What was done to a target, by any of its names: newest first, then to parts of it and to what it
 * is a part of, the larger the part, the earlier. Of one kind, if one is given.
 */
export const readAttempts = (
  reads: ReadSession,
  names: TargetNames,
  { kind, limit }: { readonly kind: string | undefined; readonly limit: number },
): Promise<readonly ActionView[]> => {
  const around = aroundTarget(names);
  return selectActions(
    reads,
    `started_at is not null and ${around.condition} and ($5::text is null or kind = $5)
      order by target <> all ($2::text[]),
        abs(ln(cardinality(string_to_array(target, '/'))::double precision
          / cardinality(string_to_array(($2::text[])[1], '/')))), began_at desc, id desc limit $6`,
    [...around.values, kind, limit],
  );
};

/** The ids of actions whose words are like a text, most alike first. */
export const readSimilar = (
  reads: ReadSession,
  text: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly score: number }[]> =>
  reads.query('select id, score from bridgelog.similar_actions($1, $2, $3)', [
    reads.organization,
    text,
    limit,
  ]);

/** How often the same was done to a target before, and the newest ten that ended, newest first. */
export const readEnded = async (
  reads: ReadSession,
  { id, kind }: Pick<ActionView, 'id' | 'kind'>,
  { same }: TargetNames,
): Promise<{ readonly total: number; readonly newest: readonly ActionView[] }> => {
  const ended = `target = any ($2::text[]) and kind = $3 and id <> $4 and status in ('FINISHED', 'EXPIRED')`;
  const values = [same, kind, id];
  const [counted] = await reads.query<{ total: number }>(
    `select count(*)::int as total from bridgelog.actions where organization = $1 and ${ended}`,
    [reads.organization, ...values],
  );
  const total = counted?.total ?? 0;
  const newest = `${ended} order by began_at desc, id desc limit 10`;
  return { total, newest: total === 0 ? [] : await selectActions(reads, newest, values) };
};
