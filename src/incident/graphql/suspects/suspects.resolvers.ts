import { SuspectsReads } from '../../reads/suspects.reads.js';
import { ClearChangeResolver } from './clear-change.resolver.js';
import { ImplicateChangeResolver } from './implicate-change.resolver.js';
import { LinkChangeResolver } from './link-change.resolver.js';
import './refusals.js';
import {
  ChangeIncidentsResolver,
  IncidentSuspectsResolver,
  SuspectResolver,
} from './suspect.resolver.js';
import { UnlinkChangeResolver } from './unlink-change.resolver.js';

export const suspectsResolvers = [
  SuspectsReads,
  ...[LinkChangeResolver, UnlinkChangeResolver, ClearChangeResolver, ImplicateChangeResolver],
  ...[SuspectResolver, IncidentSuspectsResolver, ChangeIncidentsResolver],
];
