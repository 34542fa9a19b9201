import type { EvidenceFacts } from '../evidence.js';
import type { IncidentRule } from '../rule.js';
import type { HypothesisFacts } from './hypothesis.js';
import { say } from './say.js';
import type { SayOfHypothesis } from './say.js';

/** It cannot be the cause; also one that was confirmed before. */
export const ruleOutHypothesis: IncidentRule<SayOfHypothesis, HypothesisFacts & EvidenceFacts> = (
  command,
  incident,
  facts,
) => say('HypothesisRuledOut', command, incident, facts);
