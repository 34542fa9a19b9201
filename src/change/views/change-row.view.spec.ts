import { describe, expect, it } from '@jest/globals';
import { change, deploy, recorded } from '../../../test/support/given-change.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { ChangeEvent } from '../domain/events.js';
import { changeRows } from './change-row.view.js';

const tool = { actor: { kind: 'INTEGRATION', id: sampleId('int', '1') } } as const;
const standing = {
  title: 'New cart',
  service: 'checkout',
  release: '2019-07-02.1',
  environment: 'production',
  done_by: 'octocat',
  links: deploy.links,
  happened_at: '2019-07-02T13:42:00.000000Z',
  finished_at: null,
  status: null,
};

describe('the row of a change', () => {
  it('is written when it is recorded', () => {
    expect(changeRows([happened({ ...recorded, ...tool }, 1)])).toEqual([
      {
        table: 'changes',
        id: change,
        columns: {
          ...standing,
          version: 1,
          kind: 'DEPLOY',
          origin_system: 'github',
          origin_id: '4711',
          recorded_by: tool.actor.id,
        },
      },
    ]);
  });

  it('keeps its kind, origin and recorder when it is revised', () => {
    const { changeKind: _kind, origin: _origin, ...words } = deploy;
    const revised: ChangeEvent = {
      type: 'ChangeRevised',
      data: { ...words, changeStatus: 'FAILED' },
    };
    expect(changeRows([happened(revised, 2)])).toEqual([
      { table: 'changes', id: change, columns: { ...standing, version: 2, status: 'FAILED' } },
    ]);
  });
});
