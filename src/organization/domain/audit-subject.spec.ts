import { describe, expect, it } from '@jest/globals';
import { ada, token } from '../../../test/support/given-organization.js';
import { subjectOf } from './audit-subject.js';
import { organizationEvents } from './events.js';

const streamId = 'org_1';

describe('the subject of an audited event', () => {
  it('is what the event is about', () => {
    expect(subjectOf({ type: 'TokenRevoked', data: { token }, streamId })).toBe(token);
    const unbound = { member: ada, system: 'slack', externalId: 'U1' };
    expect(subjectOf({ type: 'IdentityUnbound', data: unbound, streamId })).toBe(ada);
  });

  it('is the stream of settings, and of events of other streams', () => {
    expect(subjectOf({ type: 'SettingsChanged', data: {}, streamId })).toBe(streamId);
    expect(subjectOf({ type: 'PlaybookPublished', data: {}, streamId: 'pbk_1' })).toBe('pbk_1');
  });

  it('is a field that the event has', () => {
    const marked = new Proxy({}, { get: (_, field) => `the ${String(field)}` });
    for (const [type, { data }] of Object.entries(organizationEvents)) {
      const subject = subjectOf({ type, data: marked, streamId });
      const fields = Object.keys(data).map((field) => `the ${field}`);
      expect([streamId, ...fields]).toContain(subject);
    }
  });
});
