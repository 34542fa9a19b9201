import type { EvidenceFacts } from '../evidence.js';
import type { IncidentRule } from '../rule.js';
import type { HypothesisFacts } from './hypothesis.js';
import { say } from './say.js';
import type { SayOfHypothesis } from './say.js';

/** Something speaks for it; also for one that was ruled out before. */
export const supportHypothesis: IncidentRule<SayOfHypothesis, HypothesisFacts & EvidenceFacts> = (
  command,
  incident,
  facts,
) => say('HypothesisSupported', command, incident, facts);
