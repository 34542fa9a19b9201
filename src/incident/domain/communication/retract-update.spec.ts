import { describe, expect, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { retractUpdate } from './retract-update.js';

const first = sampleId('evt', '2');
const second = sampleId('evt', '3');
const at = '2019-07-02T13:41:00.000000Z';
const published = {
  type: 'UpdatePublished',
  data: { audience: 'STATUS_PAGE', text: 'It is over' },
} as const;
const command = { update: second, reason: 'It is not over' };
const retracted = {
  type: 'UpdateRetracted',
  data: { audience: 'STATUS_PAGE', ...command, latest: { update: first, at } },
} as const;
const facts = {
  published: { audience: 'STATUS_PAGE', isRetracted: false },
  otherwiseLatest: { update: first, at },
} as const;

describe('retractUpdate', () => {
  it('leaves the one before it as the latest', () => {
    given(declared, published, published).when(retractUpdate, command, facts).then(retracted);
    expect(given(declared, published, published, retracted).state).toMatchObject({
      latestUpdates: { STATUS_PAGE: { at, event: first } },
    });
  });

  it('leaves none where it was the only one', () => {
    const only = { ...retracted, data: { ...retracted.data, update: first, latest: undefined } };
    given(declared, published)
      .when(retractUpdate, { ...command, update: first }, { published: facts.published })
      .then(only);
    expect(given(declared, published, only).state).toHaveProperty('latestUpdates', {});
  });

  it('may be done in every phase', () => {
    given(declared, published, published, resolved)
      .when(retractUpdate, command, facts)
      .then(retracted);
  });

  it('is already true of what was retracted', () => {
    given(declared, published, published, retracted)
      .when(retractUpdate, command, { published: { ...facts.published, isRetracted: true } })
      .thenNothing();
  });

  it('refuses what is no update of this incident', () => {
    given(declared, published)
      .when(retractUpdate, command)
      .thenRefused({ code: 'UPDATE_NOT_FOUND', path: ['input', 'update'] });
  });

  it('needs an incident', () => {
    given().when(retractUpdate, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
