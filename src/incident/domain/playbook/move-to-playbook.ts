import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import { referenceOf } from '../../../playbook/domain/playbook.js';
import { maxChecks } from '../checks/fields.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule, PlaybookFacts } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { lookForSuspects } from '../suspects/window.js';
import { badPlaybook } from './named.js';
import type { NamedFacts } from './named.js';
import { tooManyToMove } from './refusals.js';
import { checksAfter } from './steps.js';

export type MoveToPlaybook = {
  /** `name`, or `name@version`. */
  readonly playbook: string;
  readonly term?: number | undefined;
  readonly remark?: string | undefined;
};

/**
 * What was done stays, and so does what was added by hand; checks of the former playbook that
 * nobody has begun go. A window of another length is looked through again.
 */
export const moveToPlaybook: IncidentRule<MoveToPlaybook, Facts & PlaybookFacts & NamedFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { named, playbook: former, now } = facts;
  const obstacles = directiveRefusals(command.term, incident, facts);
  if (named !== undefined && referenceOf(named.playbook) === referenceOf(former))
    return obstacles.length > 0 ? refuse(...obstacles) : accept();
  obstacles.push(...badPlaybook(command.playbook, facts));
  if (named === undefined || obstacles.length > 0) return refuse(...obstacles);
  const dropped = left(incident, former, named.playbook);
  const { checks } = named.playbook;
  const count = checksAfter(incident, { checks, dropped }).length;
  if (count > maxChecks) return refuse(tooManyToMove(count, maxChecks));
  const moved: IncidentEvent = {
    type: 'MovedToPlaybook',
    data: {
      ...{ formerPlaybook: referenceOf(former), playbook: referenceOf(named.playbook) },
      ...{ checks, dropped, directedIn: directedTerm(incident), remark: command.remark },
    },
  };
  const isOtherWindow = named.playbook.windows.suspectsMinutes !== former.windows.suspectsMinutes;
  return isOtherWindow && incident.impactStartedAt !== null
    ? { ...accept(moved), due: [lookForSuspects(now)] }
    : accept(moved);
};

/** What is pending of the former playbook alone. */
const left = (incident: DeclaredIncident, former: Playbook, next: Playbook): string[] =>
  incident.checks
    .filter(({ check, status }) => status === 'PENDING' && has(former, check) && !has(next, check))
    .map(({ check }) => check);

const has = ({ checks }: Playbook, key: string): boolean =>
  checks.some(({ check }) => check === key);
