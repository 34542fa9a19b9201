import { describe, expect, it } from '@jest/globals';
import { declared, given, incidentId } from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { unbindReference } from './unbind-reference.js';

const channel = { system: 'chat', externalId: 'C1' };
const data = { system: 'chat', externalKey: 'C1' };
const bound: IncidentEvent = {
  type: 'ReferenceBound',
  data: { referenceKind: 'CHAT_CHANNEL', ...data },
};
const itself = { itself: incidentId };

describe('unbindReference', () => {
  it('unbinds, and frees a channel', () => {
    const decision = given(declared, bound)
      .when(unbindReference, channel, { ...itself, known: { ...channel, kind: 'CHAT_CHANNEL' } })
      .then({ type: 'ReferenceUnbound', data });
    const release = [{ space: 'chat-channel', key: '["chat","C1"]', holder: incidentId }];
    expect(decision).toMatchObject({ release });
  });

  it('frees nothing else', () => {
    const decision = given(declared, bound)
      .when(unbindReference, channel, { ...itself, known: { ...channel, kind: 'CALL' } })
      .then({ type: 'ReferenceUnbound', data });
    expect(decision.release).toEqual([]);
  });

  it('is already true of what is not bound', () => {
    given(declared).when(unbindReference, channel, itself).thenNothing();
  });

  it('needs an incident', () => {
    given().when(unbindReference, channel, itself).thenRefused('INCIDENT_NOT_FOUND');
  });
});
