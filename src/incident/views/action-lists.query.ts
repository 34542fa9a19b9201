import { lineage, type TargetNames } from '../../kernel/target.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Mode } from '../domain/choices.js';
import { inModes, selectActions, type ActionView } from './actions.query.js';

/** The actions of these incidents in one of these states, oldest first. */
export const readActionsIn = (
  reads: ReadSession,
  incidents: readonly string[],
  statuses: readonly string[],
): Promise<readonly ActionView[]> =>
  selectActions(
    reads,
    'incident = any ($2::text[]) and status = any ($3::text[]) order by began_at, id',
    [incidents, statuses],
  );

/** Which actions a list shows; what is absent is not asked for. */
export type ActionFilter = {
  readonly incident?: string | undefined;
  /** One of these. */
  readonly targets?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly intent?: readonly string[] | undefined;
};

export type ActionStretch = {
  /** `beganAt` and id of the last one seen. */
  readonly beyond: readonly [string, string] | undefined;
  /** From the oldest on. */
  readonly backward: boolean;
  readonly limit: number;
};

/** Newest first. */
export const listActions = (
  reads: ReadSession,
  { incident, targets, status, kind, intent }: ActionFilter,
  { beyond, backward, limit }: ActionStretch,
): Promise<readonly ActionView[]> =>
  selectActions(
    reads,
    `($2::text is null or incident = $2) and ($3::text[] is null or target = any ($3))
      and ($4::text[] is null or status = any ($4)) and ($5::text[] is null or kind = any ($5))
      and ($6::text[] is null or intent = any ($6))
      and ($7::timestamptz is null or (began_at, id) ${backward ? '>' : '<'} ($7, $8::text collate "C"))
      order by began_at ${backward ? 'asc' : 'desc'}, id ${backward ? 'asc' : 'desc'} limit $9`,
    [incident, targets, status, kind, intent, beyond?.[0], beyond?.[1], limit],
  );

/** The open actions that claim a target in this mode, a part of it or what it is a part of: at most 100. */
export const readClaims = (
  reads: ReadSession,
  names: TargetNames,
  mode: Exclude<Mode, 'RETROSPECTIVE'>,
): Promise<readonly ActionView[]> => {
  const around = aroundTarget(names);
  return selectActions(
    reads,
    `status = 'STARTED' and intent <> 'DIAGNOSE' and ${around.condition} and ${inModes('$5')}
      order by began_at, id limit 100`,
    [...around.values, [mode]],
  );
};

/**
 * Whether an action was done to a target ($2: its names), to a part of it, or to what it is a part
 * of ($3: those, and names of parts): '0' comes after '/'. There is a range for each name, so that
 * all of them are looked up by the index.
 */
export const aroundTarget = ({ same, parts }: TargetNames) => {
  const names = [...same, ...parts];
  const others = [...parts, ...same.flatMap((name) => lineage(name).slice(0, -1))];
  const range = (value: string) =>
    `(target > (${value} || '/') collate "C" and target < (${value} || '0') collate "C")`;
  const ranges = names.map((_, index) => range(`($4::text[])[${index + 1}]`));
  return {
    condition: `(target = any ($2::text[]) or target = any ($3::text[]) or ${ranges.join(' or ')})`,
    values: [same, others, names],
  };
};
