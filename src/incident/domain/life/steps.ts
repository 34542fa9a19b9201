import type { FoldedEvent } from '../../../kernel/event.js';
import type { DataOf } from '../../../kernel/field.js';
import type { Instant } from '../../../kernel/instant.js';
import { pending } from '../checks/state.js';
import { promisesVoid } from '../communication/steps.js';
import { endable, unresolved } from '../choices.js';
import type { Phase } from '../choices.js';
import { begun } from '../state.js';
import type { DeclaredIncident } from '../state.js';
import type { StepsOf } from '../steps.js';
import type { lifeEvents } from './events.js';
import { maxLabels, relabelled } from './labels.js';

type Declared = {
  readonly type: 'IncidentDeclared';
  readonly data: DataOf<typeof lifeEvents.IncidentDeclared.data>;
};

/** The first step: from nothing to an incident. */
export const declare = ({ data, occurredAt }: FoldedEvent<Declared>): DeclaredIncident =>
  begun({
    number: data.number,
    reference: data.reference,
    title: data.title,
    severity: data.severity,
    mode: data.mode,
    phase: 'INVESTIGATING',
    service: data.service ?? null,
    playbook: data.playbook ?? null,
    declaredAt: occurredAt,
    acknowledgedAt: null,
    resolvedAt: null,
    checks: pending(data.checks),
    resolvedFrom: null,
    closedAt: null,
    mergedInto: null,
    labels: [],
  });

export const lifeSteps: StepsOf<Omit<typeof lifeEvents, 'IncidentDeclared'>> = {
  IncidentAcknowledged: {
    fits: ({ acknowledgedAt }) => acknowledgedAt === null,
    after: (_incident, { occurredAt }) => ({ acknowledgedAt: occurredAt }),
  },
  IncidentRenamed: { after: (_incident, { data }) => ({ title: data.title }) },
  SeverityChanged: {
    fits: ({ severity }, { data }) => severity !== data.severity,
    after: (_incident, { data }) => ({ severity: data.severity }),
  },
  IncidentLabelled: {
    fits: ({ labels }, { data }) => relabelled(labels, data).length <= maxLabels,
    after: ({ labels }, { data }) => ({ labels: relabelled(labels, data) }),
  },
  IncidentResolved: {
    fits: ({ phase }) => unresolved.includes(phase),
    after: ({ phase }, { occurredAt }) => ({
      phase: 'RESOLVED',
      resolvedAt: occurredAt,
      resolvedFrom: phase,
      offer: null,
      ...promisesVoid,
    }),
  },
  IncidentReopened: {
    fits: ({ phase }) => !unresolved.includes(phase) && phase !== 'MERGED',
    after: ({ resolvedFrom }) => ({
      phase: resolvedFrom ?? 'INVESTIGATING',
      resolvedAt: null,
      resolvedFrom: null,
      closedAt: null,
    }),
  },
  IncidentClosed: {
    fits: ({ phase }) => phase === 'RESOLVED',
    after: (_incident, { occurredAt }) => ({ phase: 'CLOSED', closedAt: occurredAt }),
  },
  IncidentDeclined: {
    fits: ({ phase }) => endable.includes(phase),
    after: (incident, event) => ended(incident, event, 'DECLINED'),
  },
  IncidentMerged: {
    fits: ({ phase }) => endable.includes(phase),
    after: (incident, event) => ({
      ...ended(incident, event, 'MERGED'),
      mergedInto: event.data.into,
    }),
  },
  IncidentAbsorbed: { fits: ({ phase }) => phase !== 'DECLINED' && phase !== 'MERGED' },
};

/** One that was resolved before keeps the time of that. */
const ended = (
  { phase, resolvedAt, resolvedFrom }: DeclaredIncident,
  { occurredAt }: { readonly occurredAt: Instant },
  as: Phase,
): Partial<DeclaredIncident> => ({
  phase: as,
  resolvedAt: resolvedAt ?? occurredAt,
  resolvedFrom: resolvedFrom ?? phase,
  offer: null,
  ...promisesVoid,
});
