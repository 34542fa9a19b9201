import { plusSeconds } from '../../kernel/instant.js';
import type { Instant } from '../../kernel/instant.js';
import type { ChangeRefusal } from './refusals.js';
import { endsBeforeStart, isAhead } from './refusals.js';
import type { ChangeWords } from './words.js';

/** Clocks of other systems go wrong by so much. */
const aheadSeconds = 300;

export const timeProblems = (
  { startedAt, finishedAt }: ChangeWords,
  now: Instant,
): ChangeRefusal[] => {
  const latest = plusSeconds(now, aheadSeconds);
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
