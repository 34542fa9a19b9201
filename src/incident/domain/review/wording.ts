import type { FindingKind } from './choices.js';

export const about: Readonly<Record<FindingKind, string>> = {
  CONTRIBUTING_FACTOR: 'a contributing factor',
  TRIGGER: 'the trigger',
  DETECTION: 'a finding on detection',
  RESPONSE: 'a finding on the response',
  WENT_WELL: 'what went well',
  WENT_POORLY: 'what went poorly',
  GOT_LUCKY: 'where we got lucky',
  OTHER: 'a finding',
};
