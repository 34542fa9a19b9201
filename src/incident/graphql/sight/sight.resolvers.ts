import { GrantSightResolver } from './grant-sight.resolver.js';
import { IncidentSightResolver } from './incident-sight.resolver.js';
import { OpenIncidentResolver } from './open-incident.resolver.js';
import { RestrictIncidentResolver } from './restrict-incident.resolver.js';
import { RevokeSightResolver } from './revoke-sight.resolver.js';
import './refusals.js';

export const sightResolvers = [
  RestrictIncidentResolver,
  OpenIncidentResolver,
  GrantSightResolver,
  RevokeSightResolver,
  IncidentSightResolver,
];
