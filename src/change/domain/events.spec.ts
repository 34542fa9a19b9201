import { describe, expect, it } from '@jest/globals';
import { flawsOf } from '../../../test/support/event-map-flaws.js';
import { deploy } from '../../../test/support/given-change.js';
import { changeEvents } from './events.js';
import type { RecordChange } from './events.js';

const names = { actor: 'GitHub', of: (id: string) => id };
const said = (differences: Partial<RecordChange> = {}) => ({ ...deploy, ...differences });
const bare = { service: undefined, release: undefined, environment: undefined };

describe('the events of a change', () => {
  it('are described, and clear of the envelope', () => {
    expect(flawsOf(changeEvents)).toEqual([]);
  });

  it.each([
    [said(), 'GitHub recorded "New cart" (checkout 2019-07-02.1, production)'],
    [said({ release: undefined }), 'GitHub recorded "New cart" (checkout, production)'],
    [said({ ...bare, environment: 'production' }), 'GitHub recorded "New cart" (production)'],
    [said(bare), 'GitHub recorded "New cart"'],
  ])('read as a log: %#', (data, says) => {
    expect(changeEvents.ChangeRecorded.says(data, names)).toBe(says);
  });

  it.each([
    [said(bare), 'GitHub revised what is known of "New cart"'],
    [
      said({ ...bare, changeStatus: 'ROLLED_BACK' }),
      'GitHub revised what is known of "New cart": it was rolled back',
    ],
  ])('read as a log, revised: %#', (data, says) => {
    expect(changeEvents.ChangeRevised.says(data, names)).toBe(says);
  });
});
