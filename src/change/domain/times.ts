import { latestBy } from '../../kernel/instant.js';
import type { Instant } from '../../kernel/instant.js';
import type { ChangeRefusal } from './refusals.js';
import { endsBeforeStart, isAhead } from './refusals.js';
import type { ChangeWords } from './words.js';

export const timeProblems = (
  { startedAt, finishedAt }: ChangeWords,
  now: Instant,
): ChangeRefusal[] => {
  const latest = latestBy(now);
  return [
    ...(startedAt > latest ? [isAhead('startedAt', startedAt, now)] : []),
    ...(finishedAt === undefined ? [] : endProblems(startedAt, finishedAt)),
    ...(finishedAt !== undefined && finishedAt > latest
      ? [isAhead('finishedAt', finishedAt, now)]
      : []),
  ];
};

const endProblems = (startedAt: Instant, finishedAt: Instant): ChangeRefusal[] =>
  finishedAt < startedAt ? [endsBeforeStart(startedAt, finishedAt)] : [];
