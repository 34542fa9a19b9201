import { describe, expect, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { labelIncident } from './label-incident.js';

const labelled = (added: string[], removed: string[] = []): IncidentEvent => ({
  type: 'IncidentLabelled',
  data: { added, removed },
});
const ten = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

describe('labelIncident', () => {
  it('puts labels on and takes labels off, in every phase', () => {
    given(declared)
      .when(labelIncident, { add: ['eu', 'team:payments'] })
      .then(labelled(['eu', 'team:payments']));
    given(declared, labelled(['eu', 'us']), resolved)
      .when(labelIncident, { add: ['asia'], remove: ['eu'] })
      .then(labelled(['asia'], ['eu']));
    expect(given(declared, labelled(['eu', 'us']), labelled(['asia'], ['eu'])).state).toMatchObject(
      { labels: ['us', 'asia'] },
    );
  });

  it('writes them in lower case, each once', () => {
    given(declared)
      .when(labelIncident, { add: ['EU', 'eu', 'a/b.c_d-1'] })
      .then(labelled(['eu', 'a/b.c_d-1']));
  });

  it('records no more than what changes', () => {
    given(declared, labelled(['eu', 'us']))
      .when(labelIncident, { add: ['EU', 'asia'], remove: ['US', 'africa'] })
      .then(labelled(['asia'], ['us']));
  });

  it('keeps a label that is in both lists', () => {
    given(declared)
      .when(labelIncident, { add: ['eu'], remove: ['eu'] })
      .then(labelled(['eu']));
    given(declared, labelled(['eu']))
      .when(labelIncident, { add: ['eu'], remove: ['eu'] })
      .thenNothing();
  });

  it('is already true when nothing changes', () => {
    given(declared).when(labelIncident, {}).thenNothing();
    given(declared, labelled(['eu']))
      .when(labelIncident, { add: ['Eu'], remove: ['us'] })
      .thenNothing();
  });

  it('refuses what is no label, wherever it stands', () => {
    given(declared)
      .when(labelIncident, { add: ['eu', 'two words'], remove: ['', 'ü', 'x'.repeat(41)] })
      .thenRefused(
        { code: 'LABEL_INVALID', path: ['input', 'add', '1'] },
        { code: 'LABEL_INVALID', path: ['input', 'remove', '0'] },
        { code: 'LABEL_INVALID', path: ['input', 'remove', '1'] },
        { code: 'LABEL_INVALID', path: ['input', 'remove', '2'] },
      );
    given(declared)
      .when(labelIncident, { add: ['x'.repeat(40)] })
      .then(labelled(['x'.repeat(40)]));
  });

  it('refuses the eleventh, unless one goes for it', () => {
    given(declared, labelled(ten))
      .when(labelIncident, { add: ['k'] })
      .thenRefused({
        code: 'TOO_MANY_LABELS',
        message: 'It would have 11 labels, and may have 10: remove some in the same call',
      });
    given(declared, labelled(ten))
      .when(labelIncident, { add: ['k'], remove: ['a'] })
      .then(labelled(['k'], ['a']));
  });

  it('needs an incident', () => {
    given().when(labelIncident, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});
