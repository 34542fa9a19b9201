import type { IncidentEvent } from '../../src/incident/domain/events.js';
import type { Hypothesis } from '../../src/incident/domain/hypotheses/hypothesis.js';
import { sampleId } from './given.js';

type DataOf<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>['data'];

export const hypothesis = sampleId('hyp', '1');
export const otherHypothesis = sampleId('hyp', '2');

export const raised = (data: Partial<DataOf<'HypothesisRaised'>> = {}): IncidentEvent => ({
  type: 'HypothesisRaised',
  data: { hypothesis, statement: 'An attack', ...data },
});
const saying = { hypothesis, reason: 'Seen in the logs', evidence: [] };
export const supported = (data: Partial<DataOf<'HypothesisSupported'>> = {}): IncidentEvent => ({
  type: 'HypothesisSupported',
  data: { ...saying, ...data },
});
export const ruledOut = (data: Partial<DataOf<'HypothesisRuledOut'>> = {}): IncidentEvent => ({
  type: 'HypothesisRuledOut',
  data: { ...saying, ...data },
});
export const confirmed = (data: Partial<DataOf<'HypothesisConfirmed'>> = {}): IncidentEvent => ({
  type: 'HypothesisConfirmed',
  data: { ...saying, ...data },
});

/** The facts of a command on that hypothesis, open unless it says otherwise. */
export const knownHypothesis = (
  differences: Partial<Hypothesis> = {},
): { readonly known: Hypothesis } => ({
  known: { hypothesis, statement: 'An attack', status: 'OPEN', ...differences },
});
