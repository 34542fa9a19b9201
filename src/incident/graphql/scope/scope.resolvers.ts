import { ScopeReads } from '../../reads/scope.reads.js';
import { AssessScopeResolver } from './assess-scope.resolver.js';
import { CorrectImpactStartResolver } from './correct-impact-start.resolver.js';
import { IncidentScopeResolver } from './incident-scope.resolver.js';
import './refusals.js';

export const scopeResolvers = [
  ScopeReads,
  AssessScopeResolver,
  CorrectImpactStartResolver,
  IncidentScopeResolver,
];
