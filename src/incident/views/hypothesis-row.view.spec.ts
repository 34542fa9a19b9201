import { describe, expect, it } from '@jest/globals';
import {
  confirmed,
  hypothesis,
  raised,
  ruledOut,
  supported,
} from '../../../test/support/given-hypotheses.js';
import { ada, commandTaken, incidentId } from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { hypothesisRows } from './hypothesis-row.view.js';

const rowsOf = (event: IncidentEvent) => hypothesisRows([happened(event, 2)], incidentId);
const latest = sampleId('evt', '2');
const step = {
  table: 'hypothesis_steps',
  id: latest,
  columns: { incident: incidentId, hypothesis, version: 2 },
};

describe('the rows of a hypothesis', () => {
  it('are written when it is raised', () => {
    const columns = {
      incident: incidentId,
      statement: 'An attack',
      status: 'OPEN',
      raised_by: ada,
      raised_at: '2019-07-02T13:41:00.000000Z',
      latest,
    };
    expect(rowsOf(raised())).toEqual([{ table: 'hypotheses', id: hypothesis, columns }, step]);
  });

  it.each([
    ['SUPPORTED', supported()],
    ['RULED_OUT', ruledOut()],
    ['CONFIRMED', confirmed()],
  ] as const)('say that it is %s', (status, event) => {
    expect(rowsOf(event)).toEqual([
      { table: 'hypotheses', id: hypothesis, columns: { status, latest } },
      step,
    ]);
  });

  it('are left alone by everything else', () => {
    expect(rowsOf(commandTaken)).toEqual([]);
  });
});
