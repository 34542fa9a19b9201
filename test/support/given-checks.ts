import type { Check } from '../../src/incident/domain/checks/check.js';
import type { IncidentEvent } from '../../src/incident/domain/events.js';
import { declared } from './given-incident.js';
import { sampleId } from './given.js';

type DataOf<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>['data'];

const lookAt = [{ title: 'Disk space', text: 'Bad: less than a tenth is free' }];
export const shownBy = sampleId('evt', 'shown');

/** Declared with two checks: of deploys, and of the database. */
export const declaredWithChecks = {
  ...declared,
  data: {
    ...declared.data,
    playbook: 'first-thirty-minutes@1',
    checks: [
      { check: 'deploys', title: 'Recent deploys', lookAt: [] },
      { check: 'database', title: 'Database', lookAt },
    ],
  },
} as const satisfies IncidentEvent;

export const checkStarted = (check = 'database'): IncidentEvent => ({
  type: 'CheckStarted',
  data: { check },
});
export const checkCompleted = (data: Partial<DataOf<'CheckCompleted'>> = {}): IncidentEvent => ({
  type: 'CheckCompleted',
  data: { check: 'database', verdict: 'CLEAR', evidence: [], ...data },
});
export const checkRevised = (data: Partial<DataOf<'CheckRevised'>> = {}): IncidentEvent => ({
  type: 'CheckRevised',
  data: {
    check: 'database',
    verdict: 'CAUSE',
    reason: 'The disk is full',
    evidence: [],
    ...data,
  },
});
export const checkSkipped = (check = 'database'): IncidentEvent => ({
  type: 'CheckSkipped',
  data: { check, reason: 'We have none' },
});
export const checkAdded = (data: Partial<DataOf<'CheckAdded'>> = {}): IncidentEvent => ({
  type: 'CheckAdded',
  data: { check: 'queue', title: 'Queues', lookAt, ...data },
});

/** The facts of a command on the check of the database, or on the one that was added. */
export const knownCheck = (differences: Partial<Check> = {}): { readonly known: Check } => ({
  known: {
    check: 'database',
    title: 'Database',
    lookAt,
    summary: null,
    reason: null,
    evidence: [],
    ...differences,
  },
});
