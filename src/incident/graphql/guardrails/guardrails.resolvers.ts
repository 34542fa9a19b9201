import { DeviationReads } from '../../reads/deviation.reads.js';
import {
  DeviationResolver,
  DeviationsResolver,
  IncidentDeviationsResolver,
} from './deviations.resolver.js';
import { GuardrailMetResolver } from './refusals.resolver.js';

export const guardrailsResolvers = [
  DeviationReads,
  ...[DeviationsResolver, DeviationResolver, IncidentDeviationsResolver],
  GuardrailMetResolver,
];
