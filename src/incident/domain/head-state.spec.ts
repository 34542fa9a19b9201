import { describe, expect, it } from '@jest/globals';
import { checkAdded } from '../../../test/support/given-checks.js';
import { raised } from '../../../test/support/given-hypotheses.js';
import {
  assessed,
  commandTaken,
  declared,
  given,
  incidentFold,
  started,
} from '../../../test/support/given-incident.js';
import { foldInOrder, sampleId } from '../../../test/support/given.js';
import type { IncidentEvent } from './events.js';

const services = ['checkout', 'search', 'payments-gateway', 'login', 'orders-read-replica'];
const times = <T>(many: number, make: (index: number) => T): T[] =>
  Array.from({ length: many }, (_, index) => make(index));

const startedMany = (many: number): IncidentEvent[] =>
  times(many, (index) =>
    started({
      action: sampleId('act', `many${index}`),
      target: `service/${services[index % 5] ?? ''}-${index}`,
      kind: index % 2 === 0 ? 'ROLLBACK' : 'CONFIG_CHANGE',
      remark: `Back to release 2019-07-01.${index}, which was running well all of last week`,
    }),
  );
const wideScope = assessed({
  features: times(50, (index) => `Paying by card, shop ${index}`),
  segments: times(50, (index) => ({
    kind: 'ACCOUNT',
    values: [`Acme ${index}`, `Globex ${index}`],
  })),
  estimate: 120_000,
  impactStartedAt: '2019-07-02T13:30:00.000000Z',
  impactStartSource: 'MONITORING',
  summary: 'Card payments fail in all shops of these accounts; other means of payment work',
});
const updates = (['INTERNAL', 'STATUS_PAGE', 'CUSTOMERS'] as const).map(
  (audience): IncidentEvent => ({
    type: 'UpdatePublished',
    data: { audience, text: 'We are rolling back. Next news in half an hour. '.repeat(20) },
  }),
);

const promises = (['INTERNAL', 'STATUS_PAGE', 'CUSTOMERS'] as const).map(
  (audience): IncidentEvent => ({
    type: 'NextUpdatePromised',
    data: { audience, promisedFor: '2019-07-02T14:30:00.000000Z' },
  }),
);

const bytesAfter = (...events: IncidentEvent[]): number =>
  Buffer.byteLength(JSON.stringify(foldInOrder(incidentFold, [declared, commandTaken, ...events])));

describe('the head state, which every event rewrites', () => {
  it('is below 2 kB in a usual incident', () => {
    expect(bytesAfter(wideScope, ...startedMany(5), ...updates, ...promises)).toBeLessThan(2_000);
  });

  it('is below 8 kB with fifty open actions and the widest scope', () => {
    expect(bytesAfter(wideScope, ...startedMany(50), ...updates, ...promises)).toBeLessThan(8_000);
  });

  it('holds the key and the status of a check, and only the number of hypotheses', () => {
    const checks = times(30, (index) => checkAdded({ check: String(index).padStart(40, 'x') }));
    expect(bytesAfter(...checks) - bytesAfter()).toBeLessThan(2_700);
    const hypotheses = times(100, (index) => raised({ hypothesis: sampleId('hyp', `${index}`) }));
    expect(bytesAfter(...hypotheses) - bytesAfter()).toBeLessThan(5);
  });

  it('does not grow with what is over', () => {
    const notes = times(200, (): IncidentEvent => ({ type: 'NoteAdded', data: { text: 'Hm' } }));
    expect(bytesAfter(...notes)).toBe(bytesAfter());
    expect(given(declared, wideScope).state).toMatchObject({ scope: { count: 1 } });
  });
});
