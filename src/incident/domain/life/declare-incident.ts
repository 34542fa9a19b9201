import { accept, refuse } from '../../../kernel/decision.js';
import type { Mode, Severity } from '../choices.js';
import type { PlannedCheck } from '../checks/fields.js';
import type { IncidentEvent } from '../events.js';
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
  /** What is to be checked, and the playbook that says so, as `name@version`. */
  readonly playbook?: string | undefined;
  readonly checks?: readonly PlannedCheck[] | undefined;
};

export const declareIncident: IncidentRule<DeclareIncident> = (command, incident, { actor }) => {
  if (incident.status === 'declared')
    return isTheSame(command, incident)
      ? accept()
      : refuse(incidentExists(command.incident, incident.reference));
  const { number, title, severity, mode, service, playbook, checks } = command;
  const reference = `INC-${number}`;
  const declared: IncidentEvent = {
    type: 'IncidentDeclared',
    data: { number, reference, title, severity, mode, service, playbook, checks },
  };
  return (command.restricted ?? command.restrictedByDefault) === true
    ? accept(declared, { type: 'IncidentRestricted', data: {} }, granted(actor.id))
    : accept(declared);
};

/** The number does not count: a caller who declares again was given another. */
const isTheSame = (command: DeclareIncident, incident: DeclaredIncident): boolean =>
  command.title === incident.title &&
  command.severity === incident.severity &&
  command.mode === incident.mode &&
  (command.restricted !== true || incident.restricted) &&
  (command.service ?? null) === incident.service;
