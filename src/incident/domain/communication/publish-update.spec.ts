import { describe, expect, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { publishUpdate } from './publish-update.js';
import type { PublishUpdate } from './publish-update.js';

const command: PublishUpdate = { audience: 'STATUS_PAGE', text: 'We are looking into it' };
const published = { type: 'UpdatePublished', data: command } as const;
const internal = { type: 'UpdatePublished', data: { audience: 'INTERNAL', text: 'Hi' } } as const;

describe('publishUpdate', () => {
  it('records it, in every phase', () => {
    given(declared).when(publishUpdate, command).then(published);
    given(declared, resolved).when(publishUpdate, command).then(published);
  });

  it('keeps the latest of each audience', () => {
    expect(given(declared, published, internal, published).state).toMatchObject({
      latestUpdates: {
        STATUS_PAGE: { at: '2019-07-02T13:43:00.000000Z', event: sampleId('evt', '4') },
        INTERNAL: { at: '2019-07-02T13:42:00.000000Z', event: sampleId('evt', '3') },
      },
    });
  });

  it('needs an incident', () => {
    given().when(publishUpdate, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
