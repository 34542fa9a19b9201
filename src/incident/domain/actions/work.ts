import type { TargetAlias } from '../../../kernel/target.js';
import { parseTarget, unaliased } from '../../../kernel/target.js';
import type { ActionIntent, ActionKind } from '../choices.js';
import type { Action } from './action.js';
import * as refusals from './refusals.js';

/** What is to be done, as it was asked for. */
export type Work = {
  readonly target: string;
  readonly kind: ActionKind;
  readonly intent: ActionIntent;
};

export type Aim = {
  /** The canonical target. */
  readonly target: string;
  /** The target as it was named, if by an alias. */
  readonly givenTarget: string | undefined;
};

/** The target that a text names, or why it names none. */
export const aimAt = (
  given: string,
  aliases: readonly TargetAlias[] = [],
): Aim | ReturnType<typeof refusals.targetInvalid> => {
  const named = parseTarget(given);
  if (named === undefined) return refusals.targetInvalid(given);
  const target = unaliased(named, aliases);
  if (parseTarget(target) === undefined) return refusals.targetTooLong(named, target);
  return { target, givenTarget: target === named ? undefined : named };
};

/**
 * Whether the same thing is asked for that the action does. Its target may be named as it is
 * recorded, too, though that may have become an alias since.
 */
export const isSameWork = (
  known: Action,
  { target, kind, intent }: Work,
  aliases: readonly TargetAlias[] = [],
): boolean => {
  const aim = aimAt(target, aliases);
  const names = [parseTarget(target), 'target' in aim ? aim.target : undefined];
  return names.includes(known.target) && known.kind === kind && known.intent === intent;
};
