import type { Change } from '../../src/change/domain/change.js';
import { applies, evolve, initialChange } from '../../src/change/domain/change.js';
import type { ChangeEvent, RecordChange } from '../../src/change/domain/events.js';
import { givenOn, sampleId } from './given.js';
import type { Fold } from './given.js';

export const changeFold: Fold<Change, ChangeEvent> = { initial: initialChange, evolve, applies };
export const given = givenOn(changeFold);

export const change = sampleId('chg', '1');
export const deploy: RecordChange = {
  change,
  changeKind: 'DEPLOY',
  origin: { system: 'github', id: '4711' },
  title: 'New cart',
  service: 'checkout',
  release: '2019-07-02.1',
  environment: 'production',
  by: 'octocat',
  links: [{ title: 'The run', url: 'https://ci.example.com/4711' }],
  startedAt: '2019-07-02T13:42:00.000000Z',
  finishedAt: undefined,
  changeStatus: undefined,
};
export const recorded: ChangeEvent = { type: 'ChangeRecorded', data: deploy };
