import { ContainmentReads } from '../../reads/containment.reads.js';
import { DeclareContainedResolver } from './declare-contained.resolver.js';
import { IncidentContainmentResolver } from './incident-containment.resolver.js';
import { ReportContainmentLostResolver } from './report-containment-lost.resolver.js';

export const containmentResolvers = [
  ContainmentReads,
  DeclareContainedResolver,
  ReportContainmentLostResolver,
  IncidentContainmentResolver,
];
