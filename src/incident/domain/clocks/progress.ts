import type { IncidentEvent } from '../events.js';

type Test<T> = (data: Extract<IncidentEvent, { readonly type: T }>['data']) => boolean;

const always = () => true;
const withEvidence = ({ evidence }: { readonly evidence: readonly string[] }) =>
  evidence.length > 0;

const progress: { readonly [T in IncidentEvent['type']]?: Test<T> } = {
  CheckCompleted: always,
  ScopeAssessed: withEvidence,
  ImpactStartCorrected: withEvidence,
  HypothesisRuledOut: always,
  HypothesisConfirmed: always,
  ActionFinished: ({ outcome }) => outcome !== 'ABANDONED',
  ChangeCleared: always,
  ChangeImplicated: always,
  IncidentContained: always,
};

/** Whether it brings the response further. Notes, joins and updates do not. */
export const isProgress = ({ type, data }: IncidentEvent): boolean =>
  (progress[type] as Test<typeof type> | undefined)?.(data) ?? false;
