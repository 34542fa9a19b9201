import { AlreadyCommandedResolver, StaleTermResolver } from './refusals.resolver.js';
import { TakeCommandResolver } from './take-command.resolver.js';

export const commandResolvers = [TakeCommandResolver, AlreadyCommandedResolver, StaleTermResolver];
