import { HelpReads } from '../../reads/help.reads.js';
import { EngageHelpResolver } from './engage-help.resolver.js';
import { IncidentHelpResolver } from './incident-help.resolver.js';
import { ReleaseHelpResolver } from './release-help.resolver.js';
import { RequestHelpResolver } from './request-help.resolver.js';
import './refusals.js';

export const helpResolvers = [
  RequestHelpResolver,
  EngageHelpResolver,
  ReleaseHelpResolver,
  IncidentHelpResolver,
  HelpReads,
];
