import type { FoldedEvent } from '../../../kernel/event.js';
import type { DataOf } from '../../../kernel/field.js';
import { pending } from '../checks/state.js';
import { promisesVoid } from '../communication/steps.js';
import { begun } from '../state.js';
import type { DeclaredIncident } from '../state.js';
import type { StepsOf } from '../steps.js';
import type { lifeEvents } from './events.js';

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
    declaredAt: occurredAt,
    resolvedAt: null,
    checks: pending(data.checks),
  });

export const lifeSteps: StepsOf<Omit<typeof lifeEvents, 'IncidentDeclared'>> = {
  IncidentResolved: {
    fits: ({ phase }) => phase !== 'RESOLVED',
    after: (_incident, { occurredAt }) => ({
      phase: 'RESOLVED',
      resolvedAt: occurredAt,
      ...promisesVoid,
    }),
  },
};
