import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { referenceOf } from '../../../playbook/domain/playbook.js';
import type { Mode, Severity } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { badPlaybook, isRunBy } from '../playbook/named.js';
import type { NamedFacts } from '../playbook/named.js';
import { granted } from '../sight/grant.js';
import type { DeclaredIncident } from '../state.js';
import { incidentExists } from './refusals.js';
import type { IncidentRule } from '../rule.js';

export type DeclareIncident = {
  readonly incident: string;
  /** From the organization's counter: no two incidents have the same. */
  readonly number: number;
  readonly title: string;
  readonly severity: Severity;
  readonly mode: Mode;
  readonly service?: string | undefined;
  /** From its first moment on, seen by who declares it, by those who join, and by admins alone. */
  readonly restricted?: boolean | undefined;
  /** What is so of `restricted` unless it is given. */
  readonly restrictedByDefault?: boolean | undefined;
  /** The playbook to run, by hand: `name` or `name@version`. It is chosen by rule if absent. */
  readonly playbook?: string | undefined;
};

export const declareIncident: IncidentRule<DeclareIncident, Facts & NamedFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'declared')
    return isTheSame(command, incident)
      ? accept()
      : refuse(incidentExists(command.incident, incident.reference));
  const obstacles = command.playbook === undefined ? [] : badPlaybook(command.playbook, facts);
  if (obstacles.length > 0) return refuse(...obstacles);
  const { number, title, severity, mode, service } = command;
  const reference = `INC-${number}`;
  const declared: IncidentEvent = {
    type: 'IncidentDeclared',
    data: { number, reference, title, severity, mode, service, ...plannedBy(facts) },
  };
  return (command.restricted ?? command.restrictedByDefault) === true
    ? accept(declared, { type: 'IncidentRestricted', data: {} }, granted(facts.actor.id))
    : accept(declared);
};

const plannedBy = ({ named }: NamedFacts) =>
  named && { playbook: referenceOf(named.playbook), checks: named.playbook.checks };

/** The number does not count: a caller who declares again was given another. */
const isTheSame = (command: DeclareIncident, incident: DeclaredIncident): boolean =>
  command.title === incident.title &&
  command.severity === incident.severity &&
  command.mode === incident.mode &&
  (command.playbook === undefined || isRunBy(command.playbook, incident.playbook)) &&
  (command.restricted !== true || incident.restricted) &&
  (command.service ?? null) === incident.service;
