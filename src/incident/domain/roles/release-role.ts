import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { isBy } from '../command/commander.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { released } from './release.js';
import { isSameRole } from './role.js';
import type { Role, RolesFacts } from './role.js';
import { subjectRefusals } from './subject.js';

export type ReleaseRole = Role & {
  readonly member: string;
  readonly term?: number | undefined;
  readonly remark?: string | undefined;
};

/** A directive, but for the holder, who may step down of their own accord. */
export const releaseRole: IncidentRule<ReleaseRole, Facts & RolesFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { member, term, remark } = command;
  const stepsDown = term === undefined && isBy(member, facts);
  const refusals = [
    ...(stepsDown ? [] : directiveRefusals(term, incident, facts)),
    ...subjectRefusals(command),
  ];
  if (refusals.length > 0) return refuse(...refusals);
  const held = facts.roles.find((one) => one.member === member && isSameRole(one, command));
  const directedIn = stepsDown ? undefined : directedTerm(incident);
  return held === undefined ? accept() : accept(released(held, { directedIn, remark }));
};
