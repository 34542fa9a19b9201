import type { ChangeStatus } from './choices.js';
import type { ChangeWords } from './words.js';

/** `"New cart" (checkout 4711, production)` */
export const inWords = ({ title, service, release, environment }: ChangeWords): string => {
  const what = [service, release].filter((part) => part !== undefined).join(' ');
  const where = [what, environment].filter((part) => part !== undefined && part !== '').join(', ');
  return `"${title}"${where === '' ? '' : ` (${where})`}`;
};

const ended: Readonly<Record<ChangeStatus, string>> = {
  SUCCEEDED: ': it succeeded',
  FAILED: ': it failed',
  ROLLED_BACK: ': it was rolled back',
};

export const outcomeInWords = ({ changeStatus }: ChangeWords): string =>
  changeStatus === undefined ? '' : ended[changeStatus];
