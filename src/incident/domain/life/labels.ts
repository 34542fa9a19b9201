import { enumerated } from '../wording.js';

export const maxLabels = 10;
export const maxLabelLength = 40;

export type Relabelling = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

const shape = new RegExp(`^[a-z0-9._:/-]{1,${maxLabelLength}}$`);

/** A label as it is kept, or undefined if it cannot be one: upper case does not tell labels apart. */
export const parseLabel = (given: string): string | undefined => {
  const label = given.toLowerCase();
  return shape.test(label) ? label : undefined;
};

/** The labels that are left, in their order, and then those that were added. */
export const relabelled = (
  labels: readonly string[],
  { added, removed }: Relabelling,
): readonly string[] => [
  ...labels.filter((label) => !removed.includes(label) && !added.includes(label)),
  ...added,
];

/** `added the labels eu, checkout and removed the labels us` */
export const inWords = ({ added, removed }: Relabelling): string =>
  [worded('added', added), worded('removed', removed)].filter((part) => part !== '').join(' and ');

const worded = (verb: string, labels: readonly string[]): string =>
  labels.length === 0
    ? ''
    : `${verb} the ${labels.length === 1 ? 'label' : 'labels'} ${enumerated(labels, maxLabels)}`;
