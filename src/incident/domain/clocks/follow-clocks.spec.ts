import { describe, expect, it } from '@jest/globals';
import { following } from '../../../../test/support/given-clocks.js';
import {
  action,
  commandTaken,
  declared,
  finished,
  incidentFold,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import { foldInOrder, sampleId } from '../../../../test/support/given.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { Severity, UpdateAudience } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { clocksOfThings } from './things.js';
import type { Things } from './things.js';

const first = sampleId('evt', '1');
const note: IncidentEvent = { type: 'NoteAdded', data: { text: 'Hm' } };
const turned = (severity: Severity, formerSeverity: Severity = 'SEV2'): IncidentEvent => ({
  type: 'SeverityChanged',
  data: { formerSeverity, severity },
});
const raised = (nudge: 'NO_COMMANDER' | 'NO_SCOPE' | 'STALLED'): IncidentEvent => ({
  type: 'NudgeRaised',
  data: { nudge, causedBy: first },
});
const snoozed: IncidentEvent = {
  type: 'NudgeSnoozed',
  data: { nudge: 'NO_COMMANDER', causedBy: first, until: '2019-07-02T18:00:00.000000Z' },
};
const cleared = (nudge: 'NO_COMMANDER' | 'NO_SCOPE' | 'STALLED'): IncidentEvent => ({
  type: 'NudgeCleared',
  data: { nudge, causedBy: first },
});
const lease = `LEASE_EXPIRING ${action}`;
const at = (time: string) => `2019-07-02T${time}:00.000000Z`;
const due = (subject: string, time: string | null) => ({
  kind: 'nudge',
  subject,
  at: time === null ? null : at(time),
});
const silence = (audience: UpdateAudience, time: string) => due(`SILENCE ${audience}`, time);

describe('a lease that outlives the response', () => {
  it('reminds anew when that goes on, counted from where it did', () => {
    const reopened: IncidentEvent = { type: 'IncidentReopened', data: {} };
    const by = sampleId('evt', '2');
    const things = [
      { nudge: 'LEASE_EXPIRING' as const, about: action, by, until: at('14:20') },
      { nudge: 'FOLLOW_UP_OVERDUE' as const, about: 'fup', by, until: at('14:20') },
    ];
    const state = foldInOrder(incidentFold, [declared, started(), resolved, reopened]);
    expect(clocksOfThings(things, state, builtIn).map(({ since }) => since)).toEqual([
      { by: sampleId('evt', '4'), from: by },
      { by },
    ]);
  });
});

describe('the clocks that follow a command', () => {
  it('do nothing where nothing changes for them', () => {
    expect(following([declared], [note])).toEqual({ events: [], due: [] });
  });

  it('stop, and take their reminder back', () => {
    expect(following([declared, raised('NO_COMMANDER')], [commandTaken])).toEqual({
      events: [cleared('NO_COMMANDER')],
      due: [due('NO_COMMANDER', null)],
    });
    expect(following([declared, snoozed], [commandTaken]).events).toEqual([
      cleared('NO_COMMANDER'),
    ]);
  });

  it('begin anew when what they remind of is there and missing again', () => {
    const past = [declared, raised('STALLED')];
    expect(following([...past, started()], [finished()])).toEqual({
      events: [cleared('STALLED')],
      due: [due('STALLED', '14:30'), due('CALL_FOR_HELP', '15:00')],
    });
  });

  it('all end with the response, with every reminder that stands', () => {
    const { events, due: times } = following(
      [declared, raised('NO_COMMANDER'), raised('NO_SCOPE')],
      [resolved],
    );
    expect(events).toEqual([cleared('NO_COMMANDER'), cleared('NO_SCOPE')]);
    expect(times.every((one) => one.at === null)).toBe(true);
    expect(times).toHaveLength(7);
  });

  describe('when the severity changes', () => {
    it('are moved, and count from where they did', () => {
      expect(following([declared, note], [turned('SEV3')]).due).toEqual([
        silence('STATUS_PAGE', '14:40'),
        silence('CUSTOMERS', '14:40'),
      ]);
      expect(following([declared, note, turned('SEV3')], [turned('SEV1', 'SEV3')]).due).toEqual([
        silence('STATUS_PAGE', '14:10'),
        silence('CUSTOMERS', '14:10'),
      ]);
    });

    it('may be moved to a time that is past', () => {
      const past = [{ ...declared, data: { ...declared.data, severity: 'SEV3' } } as const];
      const now = at('14:25');
      expect(following(past, [turned('SEV1', 'SEV3')], { now }).due).toContainEqual(
        silence('CUSTOMERS', '14:10'),
      );
    });

    it('are left where they were put off to, and remind no second time', () => {
      const lengthened: Playbook = {
        ...builtIn,
        clocks: { ...builtIn.clocks, NO_COMMANDER: { ...builtIn.clocks.NO_COMMANDER, SEV3: 9 } },
      };
      const playbooks = [lengthened, lengthened] as const;
      for (const one of [snoozed, raised('NO_COMMANDER')])
        expect(
          following([declared, one], [turned('SEV3')], { playbooks }).due.map(
            ({ subject }) => subject,
          ),
        ).toEqual(['SILENCE STATUS_PAGE', 'SILENCE CUSTOMERS']);
      expect(following([declared], [turned('SEV3')], { playbooks }).due).toContainEqual(
        due('NO_COMMANDER', '13:49'),
      );
    });

    it('stop where the playbook has none, and count from the same when it has one again', () => {
      const none = { ...builtIn.clocks.NO_SCOPE, SEV3: null };
      const without: Playbook = { ...builtIn, clocks: { ...builtIn.clocks, NO_SCOPE: none } };
      const playbooks = [without, without] as const;
      const past = [declared, raised('NO_SCOPE')];
      expect(following(past, [turned('SEV3')], { playbooks }).events).toEqual([
        cleared('NO_SCOPE'),
      ]);
      const back = following([declared, turned('SEV3')], [turned('SEV1', 'SEV3')], { playbooks });
      expect(back.due).toContainEqual(due('NO_SCOPE', '13:50'));
    });
  });

  it('are moved by another playbook, and count from where they did', () => {
    const hasty: Playbook = {
      ...builtIn,
      clocks: { ...builtIn.clocks, STALLED: { ...builtIn.clocks.STALLED, SEV2: 12 } },
    };
    expect(following([declared], [note], { playbooks: [builtIn, hasty] }).due).toEqual([
      due('STALLED', '13:52'),
    ]);
  });
});

describe('the clocks of things', () => {
  const things: Things = {
    things: [
      { nudge: 'LEASE_EXPIRING', about: action, by: sampleId('evt', '2'), until: at('14:15') },
    ],
    thingNudges: {},
  };
  const reminded: Things = {
    ...things,
    thingNudges: { [lease]: { causedBy: sampleId('evt', '2'), until: null } },
  };
  const isOver: IncidentEvent = {
    type: 'NudgeCleared',
    data: { nudge: 'LEASE_EXPIRING', about: action, causedBy: sampleId('evt', '2') },
  };
  const extended: IncidentEvent = {
    type: 'ActionExtended',
    data: { action, lease: 'PT60M', leaseUntil: at('15:00') },
  };
  const past = [declared, started()];

  it('begin with the thing, at half time of a short one', () => {
    const { due: times } = following([declared], [started()]);
    expect(times).toEqual([due(lease, '14:12')]);
    const short = started({ leaseUntil: at('14:04') });
    expect(following([declared], [short]).due).toEqual([due(lease, '14:02')]);
  });

  it.each<[string, IncidentEvent, string | null]>([
    ['an extension', extended, '14:57'],
    ['the end of the action', finished({ outcome: 'ABANDONED' }), null],
    ['expiry', { type: 'ActionLeaseExpired', data: { action, leaseUntil: at('14:15') } }, null],
    ['the end of the response', resolved, null],
  ])('are moved or ended by %s, and take their reminder back', (_, event, time) => {
    expect(following(past, [event], { things }).due).toContainEqual(due(lease, time));
    expect(following(past, [event], { things }).events).toEqual([]);
    expect(following(past, [event], { things: reminded }).events).toEqual([isOver]);
  });

  it('begin anew when the incident is reopened', () => {
    const reopened: IncidentEvent = { type: 'IncidentReopened', data: {} };
    const { due: times } = following([...past, resolved], [reopened], { things });
    expect(times).toContainEqual(due(lease, '14:12'));
  });

  it('are moved when the playbook gives another time, by the same lease', () => {
    const early = { ...builtIn.clocks.LEASE_EXPIRING, SEV1: 10 };
    const other: Playbook = { ...builtIn, clocks: { ...builtIn.clocks, LEASE_EXPIRING: early } };
    const playbooks = [other, other] as const;
    const { due: times } = following(past, [turned('SEV1')], { things, playbooks });
    expect(times).toContainEqual(due(lease, '14:05'));
  });
});
