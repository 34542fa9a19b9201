import type { InlineRow } from '../../kernel/stream.js';
import type { DeclaredIncident, Incident } from '../domain/incident.js';

/** An incident as the list of incidents shows it. */
export const incidentRow = (incident: DeclaredIncident) => ({
  number: incident.number,
  reference: incident.reference,
  title: incident.title,
  severity: incident.severity,
  phase: incident.phase,
  mode: incident.mode,
  restricted: incident.restricted,
  service: incident.service,
  commander: incident.commander?.member ?? null,
  term: incident.term,
  impact_started_at: incident.impactStartedAt,
  declared_at: incident.declaredAt,
  contained_at: incident.containedAt,
  resolved_at: incident.resolvedAt,
  acknowledged_at: incident.acknowledgedAt,
  closed_at: incident.closedAt,
  labels: incident.labels,
  open_actions: incident.openActions,
  merged_into: incident.mergedInto,
});
export type IncidentRow = ReturnType<typeof incidentRow>;

/** The whole row if a column of it changed, else nothing. */
export const incidentRows = (
  before: Incident,
  after: Incident,
  incidentId: string,
): readonly InlineRow[] => {
  if (after.status === 'undeclared') return [];
  const columns = incidentRow(after);
  return before.status === 'declared' && isTheSame(incidentRow(before), columns)
    ? []
    : [{ table: 'incidents', id: incidentId, columns }];
};

const isTheSame = (one: IncidentRow, other: IncidentRow): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
