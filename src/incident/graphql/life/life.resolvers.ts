import { AcknowledgeIncidentResolver } from './acknowledge-incident.resolver.js';
import { ChangeSeverityResolver } from './change-severity.resolver.js';
import { CloseIncidentResolver } from './close-incident.resolver.js';
import { DeclareIncidentResolver } from './declare-incident.resolver.js';
import { DeclineIncidentResolver } from './decline-incident.resolver.js';
import { LabelIncidentResolver } from './label-incident.resolver.js';
import { MergeIncidentResolver } from './merge-incident.resolver.js';
import { AlreadyMergedResolver, MergedResolver } from './merged.resolver.js';
import { RenameIncidentResolver } from './rename-incident.resolver.js';
import { ReopenIncidentResolver } from './reopen-incident.resolver.js';
import { ResolveIncidentResolver } from './resolve-incident.resolver.js';
import './refusals.js';

export const lifeResolvers = [
  DeclareIncidentResolver,
  AcknowledgeIncidentResolver,
  RenameIncidentResolver,
  ChangeSeverityResolver,
  LabelIncidentResolver,
  ResolveIncidentResolver,
  ReopenIncidentResolver,
  CloseIncidentResolver,
  DeclineIncidentResolver,
  MergeIncidentResolver,
  MergedResolver,
  AlreadyMergedResolver,
];
