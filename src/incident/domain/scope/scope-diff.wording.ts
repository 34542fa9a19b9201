import type { Differing, ListDiff, ScopeDiff } from './scope-diff.js';

/** `The scope is wider, and the impact began earlier than was thought` */
export const diffInWords = (diff: ScopeDiff): string => {
  const parts = [size(diff), start(diff)].filter((part) => part !== undefined);
  if (parts.length > 0) return capital(parts.join(', and '));
  const isSame = Object.values(diff).every((one) => one === null || isEmpty(one));
  return isSame ? 'Nothing changed' : 'The scope is described in other words';
};

const isEmpty = (one: object): boolean =>
  Object.values(one).every((list) => Array.isArray(list) && list.length === 0);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Features and segments only count while they bound the scope: those of a whole are none. */
const size = ({ extent, affected, estimate, features, segments }: ScopeDiff) => {
  const steps = [
    ...(extent === null ? ofList(features) : [step(extent, ['FEATURES', 'WHOLE_APP'])]),
    ...(affected === null ? segments.flatMap(ofList) : [step(affected, ['SUBSET', 'ALL_USERS'])]),
    ...(estimate === null ? [] : [(estimate.after ?? 0) - (estimate.before ?? 0)]),
  ];
  const [isWider, isNarrower] = [steps.some((by) => by > 0), steps.some((by) => by < 0)];
  if (isWider && isNarrower) return 'the scope is wider in one respect and narrower in another';
  if (isWider) return 'the scope is wider';
  return isNarrower ? 'the scope is narrower' : undefined;
};

const ofList = ({ added, removed }: ListDiff): readonly number[] => [added.length, -removed.length];

/** From what is smaller to what is larger; what was not known is smallest. */
const step = <T>({ before, after }: Differing<T>, order: readonly T[]): number =>
  placeOf(after, order) - placeOf(before, order);

const placeOf = <T>(value: T | null, order: readonly T[]): number =>
  value === null ? -1 : order.indexOf(value);

const start = ({ impactStartedAt }: ScopeDiff): string | undefined => {
  if (impactStartedAt === null) return undefined;
  const { before, after } = impactStartedAt;
  if (before === null || after === null) return 'the start of the impact became known';
  return `the impact began ${after < before ? 'earlier' : 'later'} than was thought`;
};
