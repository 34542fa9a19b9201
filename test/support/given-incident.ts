import type { Action } from '../../src/incident/domain/actions/action.js';
import type { IncidentEvent } from '../../src/incident/domain/events.js';
import { applies, evolve, initialIncident } from '../../src/incident/domain/incident.js';
import type { Incident } from '../../src/incident/domain/incident.js';
import type { Entry } from '../../src/incident/domain/log/entry.js';
import type { Actor } from '../../src/kernel/event.js';
import { builtIn } from '../../src/playbook/built-in.js';
import { givenOn, sampleId } from './given.js';
import type { Fold } from './given.js';

type DataOf<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>['data'];

export const incidentFold: Fold<Incident, IncidentEvent> = {
  initial: initialIncident,
  evolve,
  applies,
};
/** Runs the built-in playbook. */
export const given = givenOn(incidentFold, { playbook: builtIn });

export const incidentId = sampleId('inc', '42');
export const ada = sampleId('mem', 'ada');
export const grace = sampleId('mem', 'grace');
export const byGrace: { actor: Actor } = { actor: { kind: 'MEMBER', id: grace } };
export const byTool: { actor: Actor } = {
  actor: { kind: 'INTEGRATION', id: sampleId('int', '1') },
};
export const action = sampleId('act', '1');
export const otherAction = sampleId('act', '2');

export const declared = {
  type: 'IncidentDeclared',
  data: {
    number: 42,
    reference: 'INC-42',
    title: 'Checkout fails',
    severity: 'SEV2',
    mode: 'REAL',
    service: 'checkout',
  },
} as const satisfies IncidentEvent;
export const commandTaken: IncidentEvent = {
  type: 'CommandTaken',
  data: { term: 1, member: ada },
};
export const contained: IncidentEvent = { type: 'IncidentContained', data: {} };
export const resolved: IncidentEvent = { type: 'IncidentResolved', data: {} };

export const started = (data: Partial<DataOf<'ActionStarted'>> = {}): IncidentEvent => ({
  type: 'ActionStarted',
  data: {
    action,
    target: 'service/checkout',
    kind: 'ROLLBACK',
    intent: 'CONTAIN',
    lease: 'PT15M',
    leaseUntil: '2019-07-02T14:15:00.000000Z',
    ...data,
  },
});
export const proposed = (data: Partial<DataOf<'ActionProposed'>> = {}): IncidentEvent => ({
  type: 'ActionProposed',
  data: { action, target: 'service/checkout', kind: 'ROLLBACK', intent: 'CONTAIN', ...data },
});
export const approved: IncidentEvent = { type: 'ActionApproved', data: { action } };
export const rejected: IncidentEvent = {
  type: 'ActionRejected',
  data: { action, reason: 'Too slow' },
};
export const withdrawn: IncidentEvent = { type: 'ActionWithdrawn', data: { action } };
export const expired: IncidentEvent = {
  type: 'ActionLeaseExpired',
  data: { action, leaseUntil: '2019-07-02T14:15:00.000000Z' },
};
/** The facts of a command on that action while it is open. */
export const known = (differences: Partial<Action> = {}): { readonly known: Action } => ({
  known: {
    action,
    target: 'service/checkout',
    kind: 'ROLLBACK',
    intent: 'CONTAIN',
    status: 'STARTED',
    proposedBy: null,
    decidedBy: null,
    reason: null,
    leaseUntil: '2019-07-02T14:15:00.000000Z',
    outcome: null,
    outcomeRemark: null,
    evidence: [],
    ...differences,
  },
});
export const finished = (data: Partial<DataOf<'ActionFinished'>> = {}): IncidentEvent => ({
  type: 'ActionFinished',
  data: { action, outcome: 'WORKED', evidence: [], ...data },
});
export const assessed = (data: Partial<DataOf<'ScopeAssessed'>> = {}): IncidentEvent => ({
  type: 'ScopeAssessed',
  data: {
    extent: 'FEATURES',
    features: ['checkout'],
    affected: 'SUBSET',
    segments: [{ kind: 'REGION', values: ['eu-west', 'eu-north'] }],
    evidence: [],
    ...data,
  },
});
/** The facts of a command on the entry that a second event made: a note, unless said otherwise. */
export const entered = (differences: Partial<Entry> = {}): { readonly known: Entry } => ({
  known: {
    entry: sampleId('evt', '2'),
    type: 'NoteAdded',
    text: 'One',
    occurredAt: '2019-07-02T13:41:00.000000Z',
    isStruck: false,
    isPinned: false,
    ...differences,
  },
});
export const change = sampleId('chg', '1');
export const linked = (data: Partial<DataOf<'ChangeLinked'>> = {}): IncidentEvent => ({
  type: 'ChangeLinked',
  data: { change, changeStartedAt: '2019-07-02T13:20:00.000000Z', ...data },
});
