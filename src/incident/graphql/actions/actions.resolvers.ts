import { FinishActionResolver } from './finish-action.resolver.js';
import { ActionConflictResolver } from './refusals.resolver.js';
import { StartActionResolver } from './start-action.resolver.js';

export const actionsResolvers = [StartActionResolver, FinishActionResolver, ActionConflictResolver];
