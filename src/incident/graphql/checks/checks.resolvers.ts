import { ChecksReads } from '../../reads/checks.reads.js';
import { AddCheckResolver } from './add-check.resolver.js';
import { CompleteCheckResolver } from './complete-check.resolver.js';
import { IncidentChecksResolver } from './incident-checks.resolver.js';
import './refusals.js';
import { ReviseCheckResolver } from './revise-check.resolver.js';
import { SkipCheckResolver } from './skip-check.resolver.js';
import { StartCheckResolver } from './start-check.resolver.js';

export const checksResolvers = [
  ChecksReads,
  StartCheckResolver,
  CompleteCheckResolver,
  ReviseCheckResolver,
  SkipCheckResolver,
  AddCheckResolver,
  IncidentChecksResolver,
];
