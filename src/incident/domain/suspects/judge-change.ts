import { accept, refuse } from '../../../kernel/decision.js';
import { evidenceProblems } from '../evidence.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isLinked } from './link.js';
import type { JudgeFacts } from './link.js';
import { changeNotLinked } from './refusals.js';

export type JudgeChange = {
  readonly change: string;
  readonly reason: string;
  readonly evidence?: readonly string[] | undefined;
};

type Judge = IncidentRule<JudgeChange, JudgeFacts>;

/** It is not a cause, also if it was thought to be one. */
export const clearChange: Judge = (command, ...rest) => judge('ChangeCleared', command, ...rest);

/** It is the cause or a part of it, also if it was cleared before. */
export const implicateChange: Judge = (command, ...rest) =>
  judge('ChangeImplicated', command, ...rest);

const statusAfter = { ChangeCleared: 'CLEARED', ChangeImplicated: 'IMPLICATED' } as const;

const judge = (
  type: keyof typeof statusAfter,
  ...[{ change, reason, evidence = [] }, incident, facts]: Parameters<Judge>
): ReturnType<Judge> => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (!isLinked(facts.link)) return refuse(changeNotLinked(change));
  const unknown = evidenceProblems(facts);
  if (unknown.length > 0) return refuse(...unknown);
  return facts.link.status === statusAfter[type]
    ? accept()
    : accept({ type, data: { change, reason, evidence } });
};
