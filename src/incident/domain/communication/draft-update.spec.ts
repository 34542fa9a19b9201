import { describe, expect, it } from '@jest/globals';
import {
  assessed,
  commandTaken,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import type { DeclaredIncident } from '../state.js';
import type { Scope } from '../scope/scope.js';
import type { UpdateMoment } from './choices.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import { updateVariables } from '../../../playbook/domain/variables.js';
import { draftUpdate as draftBy, momentOf } from './draft-update.js';
import type { DraftMaterial } from './draft-variables.js';

const draftUpdate = (given: DraftMaterial, moment?: UpdateMoment) =>
  draftBy(given, builtIn, moment);

const start = {
  impactStartedAt: '2019-07-02T13:30:00.000000Z',
  impactStartSource: 'REPORT',
} as const;
const scope = assessed(start).data as Scope;
const promised: IncidentEvent = {
  type: 'NextUpdatePromised',
  data: { audience: 'STATUS_PAGE', promisedFor: '2019-07-02T14:30:00.000000Z' },
};
const published: IncidentEvent = {
  type: 'UpdatePublished',
  data: { audience: 'STATUS_PAGE', text: 'Hm' },
};
const stateAfter = (...events: IncidentEvent[]) =>
  given(declared, ...events).state as DeclaredIncident;

const material = (differences: Partial<DraftMaterial> = {}): DraftMaterial => ({
  incident: stateAfter(),
  audience: 'STATUS_PAGE',
  scope: undefined,
  commander: undefined,
  publicStatus: undefined,
  components: [],
  attempts: [],
  now: '2019-07-02T14:00:00.000000Z',
  ...differences,
});

describe('a draft', () => {
  it('says what is known, to readers outside', () => {
    const incident = stateAfter(assessed(start), promised);
    expect(draftUpdate(material({ incident, scope })).text).toBe(
      [
        'We are investigating a serious problem with checkout, and it has our full attention.',
        'It affects some users.',
        'It began at 2019-07-02 13:30 UTC.',
        'Next update by 2019-07-02 14:30 UTC.',
      ].join('\n'),
    );
  });

  it('says little where little is known', () => {
    expect(draftUpdate(material()).text).toBe(
      'We are investigating a serious problem with our service, and it has our full attention.',
    );
    expect(draftUpdate(material({ audience: 'INTERNAL' })).text).toBe(
      [
        'INC-42 (SEV2) was declared: Checkout fails',
        'What is affected is not known yet.',
        'Nobody commands yet: whoever can, please take command.',
        'Please change nothing that is not directed.',
      ].join('\n'),
    );
  });

  it('says within the organization who does what', () => {
    const incident = stateAfter(commandTaken, assessed(start));
    const attempts = [
      { kind: 'ROLLBACK', target: 'service/checkout', outcome: 'NO_EFFECT' },
      { kind: 'RESTART', target: 'service/cart', outcome: 'WORKED' },
      { kind: 'FEATURE_DISABLE', target: 'flag/cart', outcome: null },
    ] as const;
    const given = { incident, scope, attempts, commander: 'Ada', audience: 'INTERNAL' } as const;
    expect(draftUpdate(material(given), 'PROGRESS').text).toBe(
      [
        'INC-42 (SEV2) goes on: Checkout fails',
        'Affected: checkout for regions eu-west, eu-north, since 2019-07-02 13:30 UTC.',
        'Done: a restart of service/cart.',
        'Under way: disabling flag/cart.',
        'In command: Ada.',
      ].join('\n'),
    );
  });

  it('gives the minutes that users were hurt, and how components do', () => {
    const incident = stateAfter(assessed(start), contained, resolved);
    expect(draftUpdate(material({ incident, scope })).text).toContain(
      'It affected users for 12 minutes.',
    );
    const components = [
      { name: 'Cart', status: 'MAJOR_OUTAGE' },
      { name: 'Search', status: 'OPERATIONAL' },
    ] as const;
    expect(draftUpdate(material({ components }), 'PROGRESS').text).toContain(
      'How things stand: Cart: major outage, Search: operational.',
    );
  });

  it('names its template and the values of all variables', () => {
    const draft = draftUpdate(material({ publicStatus: 'IDENTIFIED' }));
    expect(draft.template).toMatchObject({
      audience: 'STATUS_PAGE',
      moment: 'FIRST',
      severities: ['SEV1', 'SEV2'],
    });
    expect(Object.keys(draft.values)).toEqual(Object.keys(updateVariables));
    expect(draft.values).toMatchObject({
      publicStatus: 'identified',
      phase: 'under investigation',
    });
  });

  it.each([
    ['nothing was published', [], 'FIRST'],
    ['something was', [published], 'PROGRESS'],
    ['it is contained', [published, contained], 'CONTAINED'],
    ['it is over', [contained, resolved], 'RESOLVED'],
  ] as const)('fits the moment: %s', (_, events, moment) => {
    expect(momentOf({ incident: stateAfter(...events), audience: 'STATUS_PAGE' })).toBe(moment);
  });

  it('is a first one for an audience that was told nothing', () => {
    expect(momentOf({ incident: stateAfter(published), audience: 'CUSTOMERS' })).toBe('FIRST');
  });
});
