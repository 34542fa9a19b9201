import { describe, expect, it } from '@jest/globals';
import { commandTaken, grace, incidentId } from '../../../test/support/given-incident.js';
import { happened, sampleId, usualFacts } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { sightRows } from './sight-row.view.js';

const rowsOf = (event: IncidentEvent) => sightRows([happened(event, 1)], incidentId);
const place = { table: 'sight', id: `${incidentId} ${grace}` };
const viewer = { incident: incidentId, viewer: grace };

describe('the row of a viewer', () => {
  it.each([
    [{}, false],
    [{ forHelp: sampleId('hlp', '1') }, true],
  ])('says what was granted, by whom and why: %j', (why, forHelp) => {
    expect(rowsOf({ type: 'SightGranted', data: { viewer: grace, ...why } })).toEqual([
      {
        ...place,
        columns: {
          ...viewer,
          granted: true,
          for_help: forHelp,
          granted_at: '2019-07-02T13:40:00.000000Z',
          granted_by: usualFacts.actor.id,
        },
      },
    ]);
  });

  it('forgets what was revoked, and never says who participates', () => {
    expect(rowsOf({ type: 'SightRevoked', data: { viewer: grace } })).toEqual([
      {
        ...place,
        columns: { ...viewer, granted: false, for_help: false, granted_at: null, granted_by: null },
      },
    ]);
    expect(rowsOf(commandTaken)).toEqual([]);
  });
});
