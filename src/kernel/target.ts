const maxLength = 200;
const maxSegments = 6;
const segment = /^[a-z0-9._-]+$/;

/** Another name for a target, and for everything within it. */
export type TargetAlias = { readonly alias: string; readonly target: string };

/**
 * What an action is done to, as all who mean it write it: `service/checkout`. Undefined if
 * the text names no target. Case, outer space and the way accents are encoded (NFC) do not matter.
 */
export const parseTarget = (given: string): string | undefined => {
  const target = given.trim().normalize('NFC').toLowerCase();
  const segments = target.split('/');
  const isTarget =
    target.length <= maxLength &&
    segments.length <= maxSegments &&
    segments.every((one) => segment.test(one));
  return isTarget ? target : undefined;
};

/** The target that a text most likely means, if it is close to one. */
export const nearestTarget = (given: string): string | undefined =>
  given.length > 2 * maxLength
    ? undefined
    : parseTarget(
        given
          .normalize('NFD')
          .replace(/\p{Mark}/gu, '')
          .toLowerCase()
          .split('/')
          .map((one) => one.replace(/[^a-z0-9._-]+/g, '-').replace(/^-+|-+$/g, ''))
          .filter((one) => one !== '')
          .join('/'),
      );

/** The target and all that it is a part of, the widest first: `a`, `a/b`, `a/b/c`. */
export const lineage = (target: string): readonly string[] => {
  const segments = target.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
};

/** Whether one is the other, or a part of it. */
export const overlap = (one: string, other: string): boolean =>
  `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

/** The alias that applies to a target: the longest that is the target, or that it is a part of. */
export const aliasOf = <A extends TargetAlias>(
  target: string,
  aliases: readonly A[],
): A | undefined =>
  lineage(target)
    .flatMap((name) => aliases.filter(({ alias }) => alias === name))
    .at(-1);

/**
 * The target that a target stands for: what its alias names is replaced, once. Aliases are kept
 * such that a second time would change nothing. The result may be too long to be a target.
 */
export const unaliased = (target: string, aliases: readonly TargetAlias[]): string => {
  const found = aliasOf(target, aliases);
  return found === undefined ? target : found.target + target.slice(found.alias.length);
};

/** A target by its one name, and by those that its past may be on record under. */
export type TargetNames = {
  /** The one name first. */
  readonly same: readonly string[];
  /** Other names of parts of it. */
  readonly parts: readonly string[];
};

/** What a target and its parts are called by these aliases: those around it count. */
export const namesBy = (target: string, aliases: readonly TargetAlias[]): TargetNames => {
  const isWithin = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  const around = aliases.filter((one) => isWithin(target, one.target));
  const inside = aliases.filter((one) => one.target !== target && isWithin(one.target, target));
  return {
    same: [target, ...around.map((one) => one.alias + target.slice(one.target.length))],
    parts: inside.map(({ alias }) => alias),
  };
};
