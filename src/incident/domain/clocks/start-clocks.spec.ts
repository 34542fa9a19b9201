import { describe, expect, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import type { IncidentEvent } from '../events.js';
import { startClocks } from './start-clocks.js';

const facts = {
  playbook: builtIn,
  things: [],
  thingNudges: {},
  recordedAt: new Map([[sampleId('evt', '1'), '2019-07-02T13:00:00.000000Z']]),
};
const done = { kind: 'start-clocks', subject: '', at: null };
const raised: IncidentEvent = {
  type: 'NudgeRaised',
  data: { nudge: 'NO_SCOPE', causedBy: sampleId('evt', '1') },
};

describe('startClocks', () => {
  it('gives every clock its time, but those that have reminded, and is done', () => {
    const { due } = given(declared, raised).when(startClocks, {}, facts).then();
    expect(due).toContainEqual(done);
    expect(due).toContainEqual({
      kind: 'nudge',
      subject: 'STALLED',
      at: '2019-07-02T13:30:00.000000Z',
    });
    expect(due?.map(({ subject }) => subject)).not.toContain('NO_SCOPE');
  });

  it('leaves alone what is over', () => {
    expect(given(declared, resolved).when(startClocks, {}, facts).then().due).toEqual([done]);
  });
});
