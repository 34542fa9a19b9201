import { describe, expect, it } from '@jest/globals';
import {
  assessed,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import type { Past } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import type { DeclaredIncident } from '../state.js';
import { containmentOf } from './containment.js';

const time = (minute: string) => `2019-07-02T${minute}:00.000000Z`;
const at = (minute: string, event: IncidentEvent): Past<IncidentEvent> => ({
  ...event,
  occurredAt: time(minute),
});
const lost: IncidentEvent = { type: 'ContainmentLost', data: { reason: 'Errors', evidence: [] } };
const startedAt = (minute: string) =>
  assessed({ impactStartedAt: time(minute), impactStartSource: 'MONITORING' });

/** Declared at 13:40, read at 14:40. */
const minutes = (...events: Past<IncidentEvent>[]) => {
  const incident = given(at('13:40', declared), ...events).state as DeclaredIncident;
  const { minutesUncontained, minutesContained } = containmentOf(incident, time('14:40'));
  return [minutesUncontained, minutesContained];
};

describe('the minutes of containment', () => {
  it.each<[string, Past<IncidentEvent>[], [number, number]]>([
    ['count from the declaration', [], [60, 0]],
    ['count from the start of the impact once it is known', [startedAt('13:30')], [70, 0]],
    ['are parted by the containment', [at('14:00', contained)], [20, 40]],
    ['are parted by its loss', [at('14:00', contained), at('14:10', lost)], [50, 10]],
    [
      'add up over containments',
      [at('14:00', contained), at('14:10', lost), at('14:30', contained)],
      [40, 20],
    ],
    ['end with the resolution', [at('14:00', contained), at('14:10', resolved)], [20, 10]],
    ['end with a resolution without containment', [at('14:10', resolved)], [30, 0]],
    [
      'are none before the start of the impact',
      [at('13:50', contained), startedAt('14:20')],
      [0, 20],
    ],
    ['are none when the impact starts after now', [startedAt('15:00')], [0, 0]],
    ['are whole', [{ ...contained, occurredAt: '2019-07-02T14:00:59.999999Z' }], [21, 39]],
  ])('%s', (_, events, expected) => {
    expect(minutes(...events)).toEqual(expected);
  });

  it('come with when it was contained, and how often that was lost', () => {
    const past = [declared, contained, lost, contained];
    const state = given(...past).state as DeclaredIncident;
    expect(containmentOf(state, time('14:00'))).toMatchObject({
      isContained: true,
      firstContainedAt: time('13:41'),
      containedAt: time('13:43'),
      lostCount: 1,
    });
    const again = given(...past, lost).state as DeclaredIncident;
    expect(containmentOf(again, time('14:00'))).toMatchObject({
      isContained: false,
      firstContainedAt: time('13:41'),
      containedAt: null,
      lostCount: 2,
    });
  });
});
