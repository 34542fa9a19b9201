import { HypothesesReads } from '../../reads/hypotheses.reads.js';
import { ConfirmHypothesisResolver } from './confirm-hypothesis.resolver.js';
import { HypothesisResolver } from './hypothesis.resolver.js';
import { IncidentHypothesesResolver } from './incident-hypotheses.resolver.js';
import { RaiseHypothesisResolver } from './raise-hypothesis.resolver.js';
import './refusals.js';
import { RuleOutHypothesisResolver } from './rule-out-hypothesis.resolver.js';
import { SupportHypothesisResolver } from './support-hypothesis.resolver.js';

export const hypothesesResolvers = [
  HypothesesReads,
  RaiseHypothesisResolver,
  SupportHypothesisResolver,
  RuleOutHypothesisResolver,
  ConfirmHypothesisResolver,
  HypothesisResolver,
  IncidentHypothesesResolver,
];
