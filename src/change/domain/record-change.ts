import { accept, refuse } from '../../kernel/decision.js';
import type { Reservation } from '../../kernel/decision.js';
import type { RecordChange } from './events.js';
import { changeExists } from './refusals.js';
import type { ChangeRefusal } from './refusals.js';
import type { ChangeRule } from './rule.js';
import { lookForIncidents } from './suspicion.js';
import { timeProblems } from './times.js';
import { saysTheSame } from './words.js';

/** Repeated as it was said first, it is already true, also after later revisions. */
export const recordChange: ChangeRule<RecordChange> = (command, change, { first, now }) => {
  if (change.status === 'recorded') {
    if (first !== undefined && isTheSame(first, command)) return accept();
    const isKnownThere = first?.origin !== undefined && command.origin !== undefined;
    return refuse(changeExists(command.change, isKnownThere ? 'externalId' : 'change'));
  }
  const problems = timeProblems(command, now);
  if (problems.length > 0) return refuse(...problems);
  return {
    ...accept({ type: 'ChangeRecorded', data: command }),
    take: onceFor(command),
    due: [lookForIncidents(now)],
  };
};

const isTheSame = (first: RecordChange, again: RecordChange): boolean =>
  first.changeKind === again.changeKind &&
  keyOf(first) === keyOf(again) &&
  saysTheSame(first, again);

/** A pair, and not joined text: either part may contain whatever would stand between them. */
const keyOf = ({ origin }: RecordChange): string | undefined =>
  origin && JSON.stringify([origin.system, origin.id]);

/** Never released: another system knows one change by one id. */
const onceFor = (command: RecordChange): Reservation<ChangeRefusal>[] => {
  const key = keyOf(command);
  if (key === undefined) return [];
  const { change: holder } = command;
  const refusal = ({ streamId }: { readonly streamId: string }) =>
    changeExists(streamId, 'externalId');
  return [{ space: 'change', key, holder, refusal }];
};
