import { accept, refuse } from '../../../kernel/decision.js';
import type { IncidentRule } from '../rule.js';
import { maxLabels, parseLabel, relabelled } from './labels.js';
import { incidentNotFound, labelInvalid, tooManyLabels } from './refusals.js';

export type LabelIncident = {
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
};

/** A label in both lists is added. Open in every phase. */
export const labelIncident: IncidentRule<LabelIncident> = ({ add = [], remove = [] }, incident) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const invalid = [...problemsIn('add', add), ...problemsIn('remove', remove)];
  if (invalid.length > 0) return refuse(...invalid);
  const { labels } = incident;
  const wanted = parsed(add);
  const added = wanted.filter((label) => !labels.includes(label));
  const removed = labels.filter((one) => parsed(remove).includes(one) && !wanted.includes(one));
  if (added.length + removed.length === 0) return accept();
  const left = relabelled(labels, { added, removed }).length;
  return left > maxLabels
    ? refuse(tooManyLabels(left, maxLabels))
    : accept({ type: 'IncidentLabelled', data: { added, removed } });
};

const problemsIn = (field: string, given: readonly string[]) =>
  given.flatMap((one, index) =>
    parseLabel(one) === undefined ? [labelInvalid(one, field, String(index))] : [],
  );

const parsed = (given: readonly string[]): string[] => [
  ...new Set(given.map(parseLabel).filter((label) => label !== undefined)),
];
