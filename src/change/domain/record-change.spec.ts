import { describe, expect, it } from '@jest/globals';
import { change, deploy, given, recorded } from '../../../test/support/given-change.js';
import { sampleId, usualFacts } from '../../../test/support/given.js';
import type { ChangeEvent, RecordChange } from './events.js';
import { recordChange } from './record-change.js';

const look = { kind: 'suspects', subject: 'incidents', at: usualFacts.now };
const revised: ChangeEvent = {
  type: 'ChangeRevised',
  data: { change, title: 'New cart', links: [], startedAt: deploy.startedAt },
};

describe('recordChange', () => {
  it('records what is said, once for the id of the other system, and has incidents looked for', () => {
    const decision = given().when(recordChange, deploy).then(recorded);
    expect(decision.take).toMatchObject([
      { space: 'change', key: '["github","4711"]', holder: change },
    ]);
    expect(decision.due).toEqual([look]);
  });

  it('reserves nothing without such an id', () => {
    const own = { ...deploy, origin: undefined };
    const decision = given().when(recordChange, own).then({ type: 'ChangeRecorded', data: own });
    expect(decision.take).toEqual([]);
  });

  it('is refused with the other change when that id is taken', () => {
    const [reservation] = given().when(recordChange, deploy).then(recorded).take ?? [];
    const other = sampleId('chg', '2');
    expect(
      reservation?.refusal({ key: reservation.key, holder: other, streamId: other }),
    ).toMatchObject({ code: 'CHANGE_EXISTS', change: other, path: ['input', 'externalId'] });
  });

  it('is already true in the same words, also after a revision', () => {
    given(recorded).when(recordChange, deploy, { first: deploy }).thenNothing();
    given(recorded, revised).when(recordChange, deploy, { first: deploy }).thenNothing();
  });

  it.each<[string, Partial<RecordChange>]>([
    ['title', { title: 'Old cart' }],
    ['kind', { changeKind: 'CONFIG' }],
    ['system', { origin: { system: 'gitlab', id: '4711' } }],
    ['release', { release: undefined }],
    ['links', { links: [] }],
    ['start', { startedAt: '2019-07-02T13:43:00.000000Z' }],
    ['end', { finishedAt: '2019-07-02T13:43:00.000000Z' }],
    ['status', { changeStatus: 'FAILED' }],
  ])('refuses another %s, and says to revise it', (_, differences) => {
    given(recorded)
      .when(recordChange, { ...deploy, ...differences }, { first: deploy })
      .thenRefused({ code: 'CHANGE_EXISTS', change, path: ['input', 'externalId'] });
  });

  it('points to the id where that is all by which it is known', () => {
    const own = { ...deploy, origin: undefined };
    given({ type: 'ChangeRecorded', data: own })
      .when(recordChange, { ...own, title: 'Old cart' }, { first: own })
      .thenRefused({ code: 'CHANGE_EXISTS', path: ['input', 'change'] });
  });

  it.each<[string, Partial<RecordChange>, string]>([
    ['ends before it began', { finishedAt: '2019-07-02T13:41:59.000000Z' }, 'finishedAt'],
    ['begins ahead', { startedAt: '2019-07-02T14:05:00.000001Z' }, 'startedAt'],
    ['ends ahead', { finishedAt: '2019-07-02T14:05:00.000001Z' }, 'finishedAt'],
  ])('refuses one that %s', (_, differences, field) => {
    given()
      .when(recordChange, { ...deploy, ...differences })
      .thenRefused({ code: 'CHANGE_TIMES_INVALID', path: ['input', field] });
  });

  it('takes the clock of another system five minutes ahead, and an end at the start', () => {
    const startedAt = '2019-07-02T14:05:00.000000Z';
    const data = { ...deploy, startedAt, finishedAt: startedAt };
    given().when(recordChange, data).then({ type: 'ChangeRecorded', data });
  });
});
