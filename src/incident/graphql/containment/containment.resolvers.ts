import { DeclareContainedResolver } from './declare-contained.resolver.js';

export const containmentResolvers = [DeclareContainedResolver];
