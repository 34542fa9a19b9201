const maxLength = 200;
const maxSegments = 6;
const segment = /^[a-z0-9._-]+$/;

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
