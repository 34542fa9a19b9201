import { lineage, type TargetAlias } from '../../kernel/target.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { stretchSql, stretchValues, type Stretch } from './stretch.js';

const ofOrganization = `select id as alias, target from bridgelog.target_aliases
  where organization = $1 and target is not null`;

export const listAliases = (
  reads: ReadSession,
  stretch: Stretch,
): Promise<readonly TargetAlias[]> =>
  reads.query(`${ofOrganization} ${stretchSql('id', stretch)}`, [
    reads.organization,
    ...stretchValues(stretch),
  ]);

/** The aliases of these names. */
export const aliasesNamed = (
  reads: ReadSession,
  names: readonly string[],
): Promise<readonly TargetAlias[]> =>
  reads.query(`${ofOrganization} and id = any ($2::text[])`, [reads.organization, names]);

/** The aliases that stand for a target, in order: at most 100. */
export const aliasesFor = (reads: ReadSession, target: string): Promise<readonly TargetAlias[]> =>
  reads.query(`${ofOrganization} and target = $2 order by id limit 100`, [
    reads.organization,
    target,
  ]);

/** The aliases that lead to a target, a part of it, or what it is a part of: at most 100. */
export const aliasesAround = (
  reads: ReadSession,
  target: string,
): Promise<readonly TargetAlias[]> =>
  reads.query(
    `${ofOrganization} and (target = any ($2::text[])
        or (target > ($3 || '/') collate "C" and target < ($3 || '0') collate "C"))
      order by target, id limit 100`,
    [reads.organization, lineage(target), target],
  );

/**
 * An alias other than `except` whose name (or whose target) is this one, a part of it, or what it
 * is a part of.
 */
export const aliasNear = async (
  reads: ReadSession,
  column: 'id' | 'target',
  name: string,
  except: string,
): Promise<TargetAlias | undefined> => {
  const rows = await reads.query<TargetAlias>(
    `${ofOrganization} and id <> $2 and (${column} = any ($3::text[])
        or (${column} > ($4 || '/') collate "C" and ${column} < ($4 || '0') collate "C"))
      order by id limit 1`,
    [reads.organization, except, lineage(name), name],
  );
  return rows[0];
};
