import { ClocksReads } from '../../reads/clocks.reads.js';
import { IncidentClocksResolver, NudgesResolver } from './nudges.resolver.js';
import { SnoozeNudgeResolver } from './snooze-nudge.resolver.js';
import './refusals.js';

export const clocksResolvers = [
  SnoozeNudgeResolver,
  NudgesResolver,
  IncidentClocksResolver,
  ClocksReads,
];
