import { DeclareIncidentResolver } from './declare-incident.resolver.js';
import { ResolveIncidentResolver } from './resolve-incident.resolver.js';
import './refusals.js';

export const lifeResolvers = [DeclareIncidentResolver, ResolveIncidentResolver];
