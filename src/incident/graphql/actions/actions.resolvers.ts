import { ActionReads } from '../../reads/actions.reads.js';
import { AttemptReads } from '../../reads/attempts.reads.js';
import { ActionResolver } from './action.resolver.js';
import { AlreadyTriedResolver } from './already-tried.resolver.js';
import { ApproveActionResolver } from './approve-action.resolver.js';
import { ExtendActionResolver } from './extend-action.resolver.js';
import { FinishActionResolver } from './finish-action.resolver.js';
import { IncidentActionsResolver } from './incident-actions.resolver.js';
import { ProposeActionResolver } from './propose-action.resolver.js';
import {
  ActionConflictResolver,
  ActionTurnedDownResolver,
  TargetInUseResolver,
} from './refusals.resolver.js';
import { RejectActionResolver } from './reject-action.resolver.js';
import { StartActionResolver } from './start-action.resolver.js';
import { TargetResolver } from './target.resolver.js';
import { WithdrawActionResolver } from './withdraw-action.resolver.js';

export const actionsResolvers = [
  ...[ActionReads, AttemptReads],
  ...[ActionResolver, IncidentActionsResolver, AlreadyTriedResolver, TargetResolver],
  ...[ProposeActionResolver, ApproveActionResolver, RejectActionResolver, WithdrawActionResolver],
  ...[StartActionResolver, ExtendActionResolver, FinishActionResolver],
  ...[ActionConflictResolver, ActionTurnedDownResolver, TargetInUseResolver],
];
