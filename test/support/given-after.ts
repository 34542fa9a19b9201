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
const reminder = { nudge: 'FOLLOW_UP_OVERDUE', about: followUp } as const;
export const overdueRaised = (due: string): IncidentEvent => ({
  type: 'NudgeRaised',
  data: { ...reminder, causedBy: `due ${due}` },
});
export const overdueCleared: IncidentEvent = { type: 'NudgeCleared', data: reminder };
export const dueTime = (at: string | null) => ({
  kind: 'nudge',
  subject: `FOLLOW_UP_OVERDUE ${followUp}`,
  at,
});
/** The facts of a command on that follow-up while it is open and has no time. */
export const knownFollowUp = (
  words: Partial<FollowUp['words']> = {},
  differences: Partial<Omit<FollowUp, 'words'>> = {},
): { readonly known: FollowUp } => ({
  known: {
    followUp,
    words: { title: 'Limit the WAF', followUpKind: 'PREVENT', ...words },
    isReminded: false,
    ...differences,
  },
});
export const done = { completion: { followUpOutcome: 'DONE', evidence: [] } } as const;
