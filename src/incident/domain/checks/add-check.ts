import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { CheckFacts } from './check.js';
import { maxChecks } from './fields.js';
import type { PlannedCheck } from './fields.js';
import * as refusals from './refusals.js';
import { statusOf } from './state.js';
import type { ChecksState } from './state.js';

export type AddCheck = PlannedCheck & {
  /** The key of the check that it is to follow; at the end if absent. */
  readonly after?: string | undefined;
};

export const addCheck: IncidentRule<AddCheck, Facts & CheckFacts> = (
  command,
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { check, title, lookAt, after } = command;
  const status = statusOf(incident, check);
  if (status !== undefined)
    return known !== undefined && isTheSame(known, command)
      ? accept()
      : refuse(refusals.checkExists(check, status));
  const obstacles = obstaclesTo(command, incident);
  return obstacles.length > 0
    ? refuse(...obstacles)
    : accept({ type: 'CheckAdded', data: { check, title, lookAt, after } });
};

/** The place does not count: others may have been added around it. */
const isTheSame = (one: PlannedCheck, other: PlannedCheck): boolean =>
  one.title === other.title &&
  one.lookAt.length === other.lookAt.length &&
  one.lookAt.every(
    ({ title, text }, index) =>
      title === other.lookAt[index]?.title && text === other.lookAt[index].text,
  );

const obstaclesTo = ({ after }: AddCheck, incident: ChecksState): IncidentRefusal[] => [
  ...(incident.checks.length < maxChecks ? [] : [refusals.tooManyChecks(maxChecks)]),
  ...(after === undefined || statusOf(incident, after) !== undefined
    ? []
    : [refusals.checkNotFound(after, incident.checks, ['input', 'after'])]),
];
