import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { inWords, scopeFields } from './scope.js';

export const scopeEvents = {
  ScopeAssessed: event({
    schemaVersion: 1,
    description:
      'Somebody said what is affected, for whom and since when. It stands in place of the earlier assessments, which stay on the record',
    data: scopeFields,
    says: (scope, { actor }) => `${actor} assessed the scope: ${inWords(scope)}`,
  }),
} satisfies EventMap;
