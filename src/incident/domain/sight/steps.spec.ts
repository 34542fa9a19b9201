import { describe, expect, it } from '@jest/globals';
import { ada, declared, given } from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { applies } from '../incident.js';

const restricted: IncidentEvent = { type: 'IncidentRestricted', data: {} };
const opened: IncidentEvent = { type: 'IncidentOpened', data: {} };
const granted: IncidentEvent = { type: 'SightGranted', data: { viewer: ada } };

describe('the steps of sight', () => {
  it('restrict what is open and open what is restricted', () => {
    const [open, closed] = [given(declared).state, given(declared, restricted).state];
    expect([open, closed]).toMatchObject([{ restricted: false }, { restricted: true }]);
    expect(given(declared, restricted, opened).state).toMatchObject({ restricted: false });
    expect([open, closed].map((state) => applies(state, happened(restricted, 3)))).toEqual([
      true,
      false,
    ]);
    expect([open, closed].map((state) => applies(state, happened(opened, 3)))).toEqual([
      false,
      true,
    ]);
  });

  it('leave the head alone when sight is granted', () => {
    expect(given(declared, granted).state).toEqual(given(declared).state);
  });
});
