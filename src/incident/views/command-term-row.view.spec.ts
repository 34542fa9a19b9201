import { describe, expect, it } from '@jest/globals';
import { accepted, offered, relinquished } from '../../../test/support/given-command.js';
import { ada, commandTaken, grace, incidentId } from '../../../test/support/given-incident.js';
import { happened } from '../../../test/support/given.js';
import { commandTermRows } from './command-term-row.view.js';

const rowsOf = (event: typeof accepted) => commandTermRows([happened(event, 1)], incidentId);
const at = '2019-07-02T13:40:00.000000Z';
const begun = { incident: incidentId, since: at, until: null, ended: null };

describe('the row of a term of command', () => {
  it('is written when command is taken', () => {
    expect(rowsOf(commandTaken)).toEqual([
      {
        table: 'command_terms',
        id: `${incidentId} 1`,
        columns: { ...begun, term: 1, commander: ada, began: 'TAKEN', former: null },
      },
    ]);
  });

  it('is completed, and the next one written, when command is accepted', () => {
    expect(rowsOf(accepted)).toEqual([
      {
        table: 'command_terms',
        id: `${incidentId} 1`,
        columns: { until: at, ended: 'HANDED_OVER' },
      },
      {
        table: 'command_terms',
        id: `${incidentId} 2`,
        columns: { ...begun, term: 2, commander: grace, began: 'HANDED_OVER', former: ada },
      },
    ]);
  });

  it('is completed when command is relinquished', () => {
    expect(rowsOf(relinquished)).toEqual([
      {
        table: 'command_terms',
        id: `${incidentId} 1`,
        columns: { until: at, ended: 'RELINQUISHED' },
      },
    ]);
  });

  it('is left alone by everything else', () => {
    expect(rowsOf(offered)).toEqual([]);
  });
});
