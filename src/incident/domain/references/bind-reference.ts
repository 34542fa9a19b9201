import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts, Reservation } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { exclusively } from './binding.js';
import type { Binding, BindingFacts } from './binding.js';
import { channelTaken, tooManyReferences } from './refusals.js';
import { maxReferences } from './state.js';

export type BindReference = Binding;

/** Binding a thing again with other words changes what is known of it. */
export const bindReference: IncidentRule<BindReference, Facts & BindingFacts> = (
  command,
  incident,
  { itself, known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (known && isTheSame(known, command)) return accept();
  if (!known && incident.references >= maxReferences)
    return refuse(tooManyReferences(maxReferences));
  const { kind: referenceKind, system, externalId: externalKey, url, caption } = command;
  const again = known ? true : undefined;
  const bound: IncidentEvent = {
    type: 'ReferenceBound',
    data: { referenceKind, system, externalKey, url, caption, again },
  };
  const wasChannel = known && known.kind !== referenceKind;
  return {
    ...accept(bound),
    take: ownChannel(command, itself, incident),
    release: wasChannel ? exclusively(known, itself, incident) : [],
  };
};

const isTheSame = (known: Binding, asked: Binding): boolean =>
  known.kind === asked.kind && known.url === asked.url && known.caption === asked.caption;

const ownChannel = (
  command: BindReference,
  itself: string,
  incident: DeclaredIncident,
): Reservation<IncidentRefusal>[] =>
  exclusively(command, itself, incident).map((channel) => ({
    ...channel,
    refusal: () => channelTaken(command.system, command.externalId),
  }));
