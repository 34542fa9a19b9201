import { AssessScopeResolver } from './assess-scope.resolver.js';
import './refusals.js';

export const scopeResolvers = [AssessScopeResolver];
