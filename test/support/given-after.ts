import type { IncidentEvent } from '../../src/incident/domain/events.js';
import type { FollowUp } from '../../src/incident/domain/follow-ups/follow-up.js';
import type { Finding } from '../../src/incident/domain/review/finding.js';
import { ada } from './given-incident.js';
import { sampleId } from './given.js';

type DataOf<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>['data'];

export const finding = sampleId('fnd', '1');
export const followUp = sampleId('fol', '1');
export const lastWeek = '2019-06-25T12:00:00.000000Z';
export const nextWeek = '2019-07-09T12:00:00.000000Z';

export const reviewStarted = (data: Partial<DataOf<'ReviewStarted'>> = {}): IncidentEvent => ({
  type: 'ReviewStarted',
  data: { lead: ada, ...data },
});
export const recorded = (data: Partial<DataOf<'FindingRecorded'>> = {}): IncidentEvent => ({
  type: 'FindingRecorded',
  data: { finding, findingKind: 'TRIGGER', text: 'A new rule', evidence: [], ...data },
});
export const withdrawnFinding: IncidentEvent = { type: 'FindingWithdrawn', data: { finding } };
/** The facts of a command on that finding. */
export const knownFinding = (differences: Partial<Finding> = {}): { readonly known: Finding } => ({
  known: {
    finding,
    findingKind: 'TRIGGER',
    text: 'A new rule',
    evidence: [],
    isWithdrawn: false,
    ...differences,
  },
});

export const followUpAdded = (data: Partial<DataOf<'FollowUpAdded'>> = {}): IncidentEvent => ({
  type: 'FollowUpAdded',
  data: { followUp, title: 'Limit the WAF', followUpKind: 'PREVENT', ...data },
});
export const completed = (data: Partial<DataOf<'FollowUpCompleted'>> = {}): IncidentEvent => ({
  type: 'FollowUpCompleted',
  data: { followUp, followUpOutcome: 'DONE', evidence: [], ...data },
});
export const reopened: IncidentEvent = { type: 'FollowUpReopened', data: { followUp } };
/** The reminder of that follow-up, as it was added by the second event. */
export const overdue = {
  nudge: 'FOLLOW_UP_OVERDUE',
  about: followUp,
  causedBy: sampleId('evt', '2'),
} as const;
export const overdueRaised: IncidentEvent = { type: 'NudgeRaised', data: overdue };
export const overdueCleared: IncidentEvent = { type: 'NudgeCleared', data: overdue };
/** The facts of a command on that follow-up while it is open and has no time. */
export const knownFollowUp = (
  words: Partial<FollowUp['words']> = {},
  differences: Partial<Omit<FollowUp, 'words'>> = {},
): { readonly known: FollowUp } => ({
  known: {
    followUp,
    words: { title: 'Limit the WAF', followUpKind: 'PREVENT', ...words },
    ...differences,
  },
});
export const done = { completion: { followUpOutcome: 'DONE', evidence: [] } } as const;
