import { describe, expect, it } from '@jest/globals';
import { contained, declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { publishUpdate } from './publish-update.js';
import type { PublishUpdate } from './publish-update.js';

const command: PublishUpdate = { audience: 'STATUS_PAGE', text: 'We are looking into it' };
const published = { type: 'UpdatePublished', data: command } as const;
const internal = { type: 'UpdatePublished', data: { audience: 'INTERNAL', text: 'Hi' } } as const;
const at = '2019-07-02T14:30:00.000000Z';
const promised = {
  type: 'NextUpdatePromised',
  data: { audience: 'STATUS_PAGE', promisedFor: at },
} as const;
const cart = { name: 'Cart', status: 'MAJOR_OUTAGE' } as const;
const search = { name: 'Search', status: 'OPERATIONAL' } as const;

describe('publishUpdate', () => {
  it('records it, in every phase', () => {
    given(declared).when(publishUpdate, command).then(published);
    given(declared, resolved).when(publishUpdate, command).then(published);
  });

  it('records every time: saying it again is news', () => {
    given(declared, published).when(publishUpdate, command).then(published);
  });

  it.each(['STATUS_PAGE', 'CUSTOMERS'] as const)(
    'records what readers outside are told of the whole and of its parts: %s',
    (audience) => {
      const all = {
        ...command,
        audience,
        status: 'IDENTIFIED',
        components: [cart, search],
      } as const;
      given(declared).when(publishUpdate, all).then({ type: 'UpdatePublished', data: all });
    },
  );

  it('promises the next one beside it', () => {
    given(declared, contained)
      .when(publishUpdate, { ...command, nextUpdateAt: at })
      .then(published, promised);
    expect(given(declared, published, promised).state).toMatchObject({
      promises: { STATUS_PAGE: { at, event: sampleId('evt', '3') } },
    });
  });

  it('fulfils the promise to its audience, and no other', () => {
    const others = { ...promised, data: { audience: 'CUSTOMERS', promisedFor: at } } as const;
    expect(given(declared, promised, others, published).state).toMatchObject({
      promises: { CUSTOMERS: { at, event: sampleId('evt', '3') } },
    });
    expect(given(declared, promised, published).state).toHaveProperty('promises', {});
    given(declared, promised)
      .when(publishUpdate, { ...command, nextUpdateAt: at })
      .then(published, promised);
  });

  it('keeps the latest of each audience', () => {
    expect(given(declared, published, internal, published).state).toMatchObject({
      latestUpdates: {
        STATUS_PAGE: { at: '2019-07-02T13:43:00.000000Z', event: sampleId('evt', '4') },
        INTERNAL: { at: '2019-07-02T13:42:00.000000Z', event: sampleId('evt', '3') },
      },
    });
  });

  it('refuses a status and components for readers within', () => {
    given(declared)
      .when(publishUpdate, { ...internal.data, status: 'IDENTIFIED', components: [cart] })
      .thenRefused(
        { code: 'PUBLIC_AUDIENCE_REQUIRED', path: ['input', 'status'] },
        { code: 'PUBLIC_AUDIENCE_REQUIRED', path: ['input', 'components'] },
      );
    given(declared)
      .when(publishUpdate, { ...internal.data, components: [] })
      .then({ type: 'UpdatePublished', data: { ...internal.data, components: [] } });
  });

  it('refuses a component that is named twice', () => {
    given(declared)
      .when(publishUpdate, { ...command, components: [cart, search, cart] })
      .thenRefused({ code: 'COMPONENT_REPEATED', path: ['input', 'components', '2', 'name'] });
  });

  it('refuses to promise the next one for the past, or after the response is over', () => {
    given(declared)
      .when(publishUpdate, { ...command, nextUpdateAt: '2019-07-02T14:00:00.000000Z' })
      .thenRefused({ code: 'PROMISE_TIME_INVALID', path: ['input', 'nextUpdateAt'] });
    given(declared, resolved)
      .when(publishUpdate, { ...command, nextUpdateAt: at })
      .thenRefused('WRONG_PHASE');
  });

  it('needs an incident', () => {
    given().when(publishUpdate, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
