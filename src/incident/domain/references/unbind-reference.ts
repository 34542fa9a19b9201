import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { exclusively } from './binding.js';
import type { BindingFacts, External } from './binding.js';

export type UnbindReference = External;

export const unbindReference: IncidentRule<UnbindReference, Facts & BindingFacts> = (
  command,
  incident,
  { itself, known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (known === undefined) return accept();
  const { system, externalId: externalKey } = command;
  const unbound: IncidentEvent = { type: 'ReferenceUnbound', data: { system, externalKey } };
  return { ...accept(unbound), release: exclusively(known, itself, incident) };
};
