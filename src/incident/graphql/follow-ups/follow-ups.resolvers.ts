import { FollowUpsReads } from '../../reads/follow-ups.reads.js';
import { AddFollowUpResolver } from './add-follow-up.resolver.js';
import { CompleteFollowUpResolver } from './complete-follow-up.resolver.js';
import { FollowUpResolver } from './follow-up.resolver.js';
import { FollowUpsResolver } from './follow-ups.resolver.js';
import { IncidentFollowUpsResolver } from './incident-follow-ups.resolver.js';
import { ReopenFollowUpResolver } from './reopen-follow-up.resolver.js';
import { ReviseFollowUpResolver } from './revise-follow-up.resolver.js';
import './refusals.js';

export const followUpsResolvers = [
  ...[FollowUpsReads, FollowUpResolver, FollowUpsResolver, IncidentFollowUpsResolver],
  ...[AddFollowUpResolver, ReviseFollowUpResolver],
  ...[CompleteFollowUpResolver, ReopenFollowUpResolver],
];
