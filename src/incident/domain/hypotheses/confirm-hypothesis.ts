import type { EvidenceFacts } from '../evidence.js';
import type { IncidentRule } from '../rule.js';
import type { HypothesisFacts } from './hypothesis.js';
import { say } from './say.js';
import type { SayOfHypothesis } from './say.js';

/** It is the cause. Others may be confirmed beside it: causes come together. */
export const confirmHypothesis: IncidentRule<SayOfHypothesis, HypothesisFacts & EvidenceFacts> = (
  command,
  incident,
  facts,
) => say('HypothesisConfirmed', command, incident, facts);
