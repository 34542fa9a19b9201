import { expect, it } from '@jest/globals';
import { incidentId } from '../../../test/support/given-incident.js';
import { happened, usualFacts } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { guardrailTripRows } from './guardrail-trip-row.view.js';

const met = { guardrail: 'NO_COMMANDER', subject: 'service/checkout' } as const;

it.each<[IncidentEvent, object]>([
  [
    { type: 'GuardrailTripped', data: met },
    { ...met, kind: 'NOTED', reason: null },
  ],
  [
    { type: 'GuardrailTripped', data: { guardrail: 'TWO_HATS', blocked: true } },
    { guardrail: 'TWO_HATS', subject: null, kind: 'BLOCKED', reason: null },
  ],
  [
    { type: 'GuardrailOverridden', data: { ...met, reason: 'It cannot wait' } },
    { ...met, kind: 'OVERRIDDEN', reason: 'It cannot wait' },
  ],
])('%j is a row of its own', (event, columns) => {
  const stored = happened(event, 3);
  expect(guardrailTripRows([stored], incidentId)).toEqual([
    {
      table: 'guardrail_trips',
      id: stored.id,
      columns: {
        ...{ incident: incidentId, nth: 3, actor: usualFacts.actor.id, at: stored.occurredAt },
        ...columns,
      },
    },
  ]);
});

it('nothing else is', () => {
  const note = happened<IncidentEvent>({ type: 'NoteAdded', data: { text: 'One' } }, 2);
  expect(guardrailTripRows([note], incidentId)).toEqual([]);
});
