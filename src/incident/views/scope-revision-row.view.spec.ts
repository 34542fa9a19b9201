import { describe, expect, it } from '@jest/globals';
import {
  assessed,
  declared,
  given,
  incidentId,
  started,
} from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { scopeRevisionRows } from './scope-revision-row.view.js';

const start = {
  impactStartedAt: '2019-07-02T13:30:00.000000Z',
  impactStartSource: 'MONITORING',
} as const;
const corrected: IncidentEvent = { type: 'ImpactStartCorrected', data: { ...start, evidence: [] } };
const row = (version: number, columns: object) => ({
  table: 'scope_revisions',
  id: sampleId('evt', String(version)),
  columns: { incident: incidentId, ...columns },
});

describe('the rows of the revisions of a scope', () => {
  it('say what stood after each: the assessment, and the start that was stated last', () => {
    const { state } = given(declared, started());
    const events = [corrected, assessed(), started(), assessed({ impactStartSource: 'REPORT' })];
    const rows = scopeRevisionRows(
      events.map((event, index) => happened(event, index + 3)),
      state,
      incidentId,
    );
    const stated = {
      impact_started_at: start.impactStartedAt,
      impact_start_source: 'MONITORING',
    };
    expect(rows).toEqual([
      row(3, { number: 1, assessment: null, ...stated }),
      row(4, { number: 2, assessment: sampleId('evt', '4'), ...stated }),
      row(6, {
        number: 3,
        assessment: sampleId('evt', '6'),
        ...stated,
        impact_start_source: 'REPORT',
      }),
    ]);
  });

  it('count on from what was before', () => {
    const { state } = given(declared, assessed(start));
    expect(scopeRevisionRows([happened(assessed(), 3)], state, incidentId)).toMatchObject([
      { columns: { number: 2, impact_started_at: start.impactStartedAt } },
    ]);
  });
});
