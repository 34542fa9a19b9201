import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { instant, optional } from '../../../kernel/field.js';
import { evidence, remark } from '../fields.js';
import { afterColon, minute } from '../wording.js';
import { inWords, scopeFields } from './scope.js';

export const scopeEvents = {
  ScopeAssessed: event({
    schemaVersion: 1,
    description:
      'Somebody said what is affected, for whom and since when. It stands in place of the earlier assessments, which stay on the record',
    data: scopeFields,
    says: (scope, { actor }) => `${actor} assessed the scope: ${inWords(scope)}`,
  }),

  ImpactStartCorrected: event({
    schemaVersion: 1,
    description:
      'It became known that users began to be hurt earlier or later than was thought. The rest of the scope stays as it was assessed',
    data: {
      impactStartedAt: scopeFields.impactStartedAt,
      impactStartSource: scopeFields.impactStartSource,
      impactStartWas: optional(instant('What was thought before; absent if nothing was')),
      reason: remark('Why it is corrected'),
      evidence,
    },
    says: ({ impactStartedAt: to, impactStartWas: from, reason }, { actor }) => {
      const times = `${from ? ` from ${minute(from)}` : ''}${to ? ` to ${minute(to)}` : ''}`;
      return `${actor} corrected the start of the impact${times}${afterColon(reason)}`;
    },
  }),
} satisfies EventMap;
