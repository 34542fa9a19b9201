import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionsAttempts } from '../../../../test/support/histories/actions.js';
import { clocksAttempts, standingIn, thingsIn } from '../../../../test/support/histories/clocks.js';
import { commandAttempts } from '../../../../test/support/histories/command.js';
import { communicationAttempts } from '../../../../test/support/histories/communication.js';
import { containmentAttempts } from '../../../../test/support/histories/containment.js';
import { checksAttempts } from '../../../../test/support/histories/checks.js';
import { helpAttempts } from '../../../../test/support/histories/help.js';
import { declarations, endings, lifeAttempts } from '../../../../test/support/histories/life.js';
import { incidentIds, logOf } from '../../../../test/support/histories/log-of-two.js';
import { scopeAttempts } from '../../../../test/support/histories/scope.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import type { IncidentEvent } from '../events.js';
import { clockName } from './clock.js';
import { runningClocks } from './running.js';
import { isUnderWay } from './watches.js';

const others = [
  ...lifeAttempts,
  ...commandAttempts,
  ...communicationAttempts,
  ...containmentAttempts,
  ...checksAttempts,
  ...helpAttempts,
  ...scopeAttempts,
];
const attempt = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(...clocksAttempts) },
  { weight: 4, arbitrary: fc.oneof(...actionsAttempts) },
  { weight: 8, arbitrary: fc.oneof(...others) },
  { weight: 1, arbitrary: fc.oneof(...endings) },
);
const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(attempt, { minLength: 40, maxLength: 120, size: 'max' }),
  )
  .map(([first, then]) => [...first, ...then]);

type Reminder = Extract<IncidentEvent, { type: `Nudge${string}` }>;
const isReminder = (event: IncidentEvent): event is Reminder => event.type.startsWith('Nudge');

/** What the events alone tell of reminders, each by its clock and what caused it. */
const reminders = (events: readonly IncidentEvent[]) =>
  Map.groupBy(events.filter(isReminder), ({ data }) => `${clockName(data)} ${data.causedBy}`);
const isOver = (types: readonly string[]) => types.at(-1) === 'NudgeCleared';

describe('the clocks of two incidents, whatever happens in them', () => {
  it('remind once for each cause, unless they are put off, and take every reminder back', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, states } = logOf(history);
        events.forEach((past, index) => {
          const state = states[index];
          for (const [, happened] of reminders(past)) {
            const types = happened.map(({ type }) => type);
            types.forEach((type, nth) => {
              if (type === 'NudgeRaised') expect(types[nth - 1]).not.toBe('NudgeRaised');
              if (type === 'NudgeCleared') expect(nth).toBe(types.length - 1);
            });
            if (state?.status !== 'declared' || !isUnderWay(state))
              expect(isOver(types)).toBe(true);
          }
        });
      }),
    );
  });

  it('say nothing once the response is over, nor in retrospect', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const past of logOf(history).events) {
          let isOn = false;
          for (const event of past) {
            if (event.type === 'IncidentDeclared') isOn = event.data.mode !== 'RETROSPECTIVE';
            if (event.type === 'IncidentResolved') isOn = false;
            if (event.type === 'IncidentReopened')
              isOn = past[0]?.type === 'IncidentDeclared' && past[0].data.mode !== 'RETROSPECTIVE';
            if (event.type === 'NudgeRaised' || event.type === 'NudgeSnoozed')
              expect(isOn).toBe(true);
          }
        }
      }),
    );
  });

  it('are due while they run, until they have reminded, and never otherwise', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { states, rows, due } = logOf(history);
        states.forEach((state, index) => {
          const incident = incidentIds[index as 0 | 1];
          const running =
            state.status === 'undeclared'
              ? []
              : runningClocks(state, builtIn, thingsIn(rows, incident));
          const waiting = running.filter(({ nudge }) => nudge?.until !== null);
          expect([...due[index as 0 | 1].keys()].toSorted()).toEqual(
            waiting.map(({ clock }) => clockName(clock)).toSorted(),
          );
          for (const { clock, nudge } of running)
            if (nudge?.until) expect(due[index as 0 | 1].get(clockName(clock))).toBe(nudge.until);
        });
      }),
    );
  });

  it('have reminders in their rows as they have them in the head', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { states, rows } = logOf(history);
        states.forEach((state, index) => {
          const incident = incidentIds[index as 0 | 1];
          const standing = standingIn(rows, incident).map(({ nudge, about, ...one }) => [
            clockName({ nudge, about: about ?? undefined }),
            { causedBy: one.caused_by, until: one.snoozed_until },
          ]);
          const known =
            state.status === 'undeclared'
              ? {}
              : { ...state.nudges, ...thingsIn(rows, incident).thingNudges };
          expect(Object.fromEntries(standing)).toEqual(known);
        });
      }),
    );
  });
});
