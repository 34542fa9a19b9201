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
  readonly target?: string | undefined;
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
  { incident, target, status, kind, intent }: ActionFilter,
  { beyond, backward, limit }: ActionStretch,
): Promise<readonly ActionView[]> =>
  selectActions(
    reads,
    `($2::text is null or incident = $2) and ($3::text is null or target = $3)
      and ($4::text[] is null or status = any ($4)) and ($5::text[] is null or kind = any ($5))
      and ($6::text[] is null or intent = any ($6))
      and ($7::timestamptz is null or (began_at, id) ${backward ? '>' : '<'} ($7, $8::text collate "C"))
      order by began_at ${backward ? 'asc' : 'desc'}, id ${backward ? 'asc' : 'desc'} limit $9`,
    [incident, target, status, kind, intent, beyond?.[0], beyond?.[1], limit],
  );

/** The open actions that claim a target in this mode, a part of it or what it is a part of: at most 100. */
export const readClaims = (
  reads: ReadSession,
  target: string,
  ancestors: readonly string[],
  mode: Exclude<Mode, 'RETROSPECTIVE'>,
): Promise<readonly ActionView[]> =>
  selectActions(
    reads,
    `status = 'STARTED' and intent <> 'DIAGNOSE' and ${overlaps} and ${inModes('$4')} order by began_at, id limit 100`,
    [target, ancestors, [mode]],
  );

/** Whether the target is $2, one of its ancestors $3, or a part of it: '0' comes after '/'. */
export const overlaps = `(target = $2 or target = any ($3::text[])
  or (target > ($2 || '/') collate "C" and target < ($2 || '0') collate "C"))`;
