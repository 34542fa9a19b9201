import { describe, expect, it } from '@jest/globals';
import {
  ada,
  assessed,
  commandTaken,
  contained,
  declared,
  given,
  incidentId,
  resolved,
  started,
} from '../../../test/support/given-incident.js';
import { incidentRows } from './incident-row.view.js';

const undeclared = given().state;
const fresh = given(declared).state;
const row = {
  number: 42,
  reference: 'INC-42',
  title: 'Checkout fails',
  severity: 'SEV2',
  phase: 'INVESTIGATING',
  mode: 'REAL',
  restricted: false,
  service: 'checkout',
  commander: null,
  term: 0,
  impact_started_at: null,
  declared_at: '2019-07-02T13:40:00.000000Z',
  contained_at: null,
  resolved_at: null,
  acknowledged_at: null,
  closed_at: null,
  labels: [],
  open_actions: 0,
  merged_into: null,
};

describe('the row of an incident', () => {
  it('is written when the incident is declared', () => {
    expect(incidentRows(undeclared, fresh, incidentId)).toEqual([
      { table: 'incidents', id: incidentId, columns: row },
    ]);
  });

  it('is written whole when a column changed', () => {
    const impactStartedAt = '2019-07-02T13:30:00.000000Z';
    const scope = assessed({ impactStartedAt, impactStartSource: 'REPORT' });
    const later = given(declared, commandTaken, scope, started(), contained, resolved).state;
    expect(incidentRows(fresh, later, incidentId)).toEqual([
      {
        table: 'incidents',
        id: incidentId,
        columns: {
          ...row,
          phase: 'RESOLVED',
          commander: ada,
          term: 1,
          impact_started_at: impactStartedAt,
          contained_at: '2019-07-02T13:44:00.000000Z',
          resolved_at: '2019-07-02T13:45:00.000000Z',
          open_actions: 1,
        },
      },
    ]);
  });

  it('is left alone when no column changed', () => {
    const assessedOnce = given(declared, assessed()).state;
    expect(incidentRows(fresh, assessedOnce, incidentId)).toEqual([]);
    expect(incidentRows(undeclared, undeclared, incidentId)).toEqual([]);
  });
});
