import type { TargetNames } from '../../kernel/target.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { happenedModes, type Mode } from '../domain/choices.js';
import { aroundTarget } from './action-lists.query.js';
import { inModes, selectActions, type ActionView } from './actions.query.js';

type Wanted = {
  readonly kind: string | undefined;
  readonly modes: readonly Mode[];
  readonly limit: number;
};

/**
 * What was done to a target, by any of its names: newest first, then to parts of it and to what it
 * is a part of, the larger the part, the earlier. Of one kind, if one is given, and of incidents in
 * these modes.
 */
export const readAttempts = (
  reads: ReadSession,
  names: TargetNames,
  { kind, modes, limit }: Wanted,
): Promise<readonly ActionView[]> => {
  const around = aroundTarget(names);
  return selectActions(
    reads,
    `started_at is not null and ${around.condition} and ($5::text is null or kind = $5)
      and ${inModes('$6')}
      order by target <> all ($2::text[]),
        abs(ln(cardinality(string_to_array(target, '/'))::double precision
          / cardinality(string_to_array(($2::text[])[1], '/')))), began_at desc, id desc limit $7`,
    [...around.values, kind, modes, limit],
  );
};

/** The ids of actions whose words are like a text, most alike first, of incidents in these modes. */
export const readSimilar = (
  reads: ReadSession,
  text: string,
  { modes, limit }: Pick<Wanted, 'modes' | 'limit'>,
): Promise<readonly { readonly id: string; readonly score: number }[]> =>
  reads.query('select id, score from bridgelog.similar_actions($1, $2, $3, $4)', [
    reads.organization,
    text,
    limit,
    modes,
  ]);

/**
 * How often the same was done to a target before, and the newest ten that ended, newest first. To
 * an action of a drill all of it counts; to others, what was practised does not.
 */
export const readEnded = async (
  reads: ReadSession,
  { id, kind }: Pick<ActionView, 'id' | 'kind'>,
  { same }: TargetNames,
): Promise<{ readonly total: number; readonly newest: readonly ActionView[] }> => {
  const ended = `target = any ($2::text[]) and kind = $3 and id <> $4 and status in ('FINISHED', 'EXPIRED')
    and (${inModes('$5')} or exists (select from bridgelog.actions own
      join bridgelog.incidents i on i.organization = own.organization and i.id = own.incident
      where own.organization = $1 and own.id = $4 and i.mode = 'DRILL'))`;
  const values = [same, kind, id, happenedModes];
  const [counted] = await reads.query<{ total: number }>(
    `select count(*)::int as total from bridgelog.actions where organization = $1 and ${ended}`,
    [reads.organization, ...values],
  );
  const total = counted?.total ?? 0;
  const newest = `${ended} order by began_at desc, id desc limit 10`;
  return { total, newest: total === 0 ? [] : await selectActions(reads, newest, values) };
};
