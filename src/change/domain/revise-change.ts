import { accept, refuse } from '../../kernel/decision.js';
import { changeNotFound } from './refusals.js';
import type { ChangeRule } from './rule.js';
import { lookForIncidents } from './suspicion.js';
import { timeProblems } from './times.js';
import { saysTheSame } from './words.js';
import type { ChangeWords } from './words.js';

type SomeWords = { readonly [W in keyof ChangeWords]?: ChangeWords[W] | undefined };
export type ReviseChange = SomeWords & { readonly change: string };

/** What is not said again stays as it was said before. */
export const reviseChange: ChangeRule<ReviseChange> = (command, change, { now }) => {
  if (change.status === 'unrecorded') return refuse(changeNotFound());
  const words = revised(change.words, command);
  if (saysTheSame(change.words, words)) return accept();
  const problems = timeProblems(words, now);
  if (problems.length > 0) return refuse(...problems);
  const hasMoved = words.startedAt !== change.words.startedAt;
  return {
    ...accept({ type: 'ChangeRevised', data: { change: command.change, ...words } }),
    due: hasMoved ? [lookForIncidents(now)] : [],
  };
};

const revised = (words: ChangeWords, said: SomeWords): ChangeWords => ({
  title: said.title ?? words.title,
  service: said.service ?? words.service,
  release: said.release ?? words.release,
  environment: said.environment ?? words.environment,
  by: said.by ?? words.by,
  links: said.links ?? words.links,
  startedAt: said.startedAt ?? words.startedAt,
  finishedAt: said.finishedAt ?? words.finishedAt,
  changeStatus: said.changeStatus ?? words.changeStatus,
});
