import { describe, it } from '@jest/globals';
import {
  assessed,
  change,
  declared,
  given,
  linked,
  resolved,
} from '../../../../test/support/given-incident.js';
import { linkChange } from './link-change.js';
import type { Link } from './link.js';

const changeStartedAt = '2019-07-02T13:20:00.000000Z';
const link = (status: Link['status'], byPolicy = false) => ({ link: { change, status, byPolicy } });
const impact = assessed({
  impactStartedAt: '2019-07-02T13:30:00.500000Z',
  impactStartSource: 'REPORT',
});

describe('linkChange', () => {
  it('links any change, and says how long before the impact it was', () => {
    given(declared, impact)
      .when(linkChange, { change }, { changeStartedAt })
      .then(linked({ secondsBeforeImpact: 600 }));
  });

  it('says nothing of the distance while the start is not known, or if it was before the change', () => {
    given(declared).when(linkChange, { change }, { changeStartedAt }).then(linked());
    const later = '2019-07-02T13:50:00.000000Z';
    given(declared, impact, resolved)
      .when(linkChange, { change }, { changeStartedAt: later })
      .then(linked({ changeStartedAt: later }));
  });

  it.each(['SUSPECT', 'CLEARED', 'IMPLICATED'] as const)('is already true when %s', (status) => {
    given(declared)
      .when(linkChange, { change }, { ...link(status), changeStartedAt })
      .thenNothing();
  });

  it('is new when policy linked it, so that policy leaves it so', () => {
    given(declared)
      .when(linkChange, { change }, { ...link('SUSPECT', true), changeStartedAt })
      .then(linked());
  });

  it('links again what was unlinked', () => {
    given(declared)
      .when(linkChange, { change }, { ...link('UNLINKED'), changeStartedAt })
      .then(linked());
  });

  it('refuses what was never recorded, and an incident that was never declared', () => {
    given(declared).when(linkChange, { change }).thenRefused({ code: 'CHANGE_UNKNOWN', change });
    given().when(linkChange, { change }, { changeStartedAt }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
