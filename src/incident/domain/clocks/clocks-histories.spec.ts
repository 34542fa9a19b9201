import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionsAttempts } from '../../../../test/support/histories/actions.js';
import { clocksAttempts, standingIn, thingsIn } from '../../../../test/support/histories/clocks.js';
import { followUpsAttempts } from '../../../../test/support/histories/after.js';
import { commandAttempts } from '../../../../test/support/histories/command.js';
import { communicationAttempts } from '../../../../test/support/histories/communication.js';
import { containmentAttempts } from '../../../../test/support/histories/containment.js';
import { checksAttempts } from '../../../../test/support/histories/checks.js';
import { helpAttempts } from '../../../../test/support/histories/help.js';
import {
  declarations,
  endings,
  endingsApart,
  lifeAttempts,
} from '../../../../test/support/histories/life.js';
import { incidentIds, logOf } from '../../../../test/support/histories/log-of-two.js';
import { scopeAttempts } from '../../../../test/support/histories/scope.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import type { IncidentEvent } from '../events.js';
import type { Nudge } from '../choices.js';
import type { DeclaredIncident } from '../state.js';
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
  { weight: 6, arbitrary: fc.oneof(...followUpsAttempts) },
  { weight: 8, arbitrary: fc.oneof(...others) },
  { weight: 1, arbitrary: fc.oneof(...endings, ...endings, ...endingsApart) },
);
const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(attempt, { minLength: 40, maxLength: 120, size: 'max' }),
  )
  .map(([first, then]) => [...first, ...then]);

type Reminder = Extract<IncidentEvent, { type: `Nudge${string}` }>;
const isReminder = (event: IncidentEvent): event is Reminder => event.type.startsWith('Nudge');

const letters = { NudgeRaised: 'R', NudgeSnoozed: 'S', NudgeCleared: 'C', IncidentReopened: 'o' };

/** What the events alone tell of each clock and what caused it, a letter for each. */
const reminders = (events: readonly IncidentEvent[]) => {
  const told = new Map<string, { readonly nudge: Nudge; readonly letters: string }>();
  for (const event of events) {
    if (event.type === 'IncidentReopened')
      for (const [name, one] of told)
        told.set(name, { ...one, letters: one.letters + letters[event.type] });
    if (!isReminder(event)) continue;
    const { nudge, causedBy } = event.data;
    const name = `${clockName(event.data)} ${causedBy}`;
    told.set(name, { nudge, letters: (told.get(name)?.letters ?? '') + letters[event.type] });
  }
  return told.values();
};
const isRunning = (nudge: Nudge, incident: DeclaredIncident): boolean =>
  nudge === 'FOLLOW_UP_OVERDUE'
    ? incident.mode !== 'RETROSPECTIVE' && !['DECLINED', 'MERGED'].includes(incident.phase)
    : isUnderWay(incident);

describe('the clocks of two incidents, whatever happens in them', () => {
  it('remind once for each cause, unless they are put off or go on, and take every reminder back', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, states } = logOf(history);
        events.forEach((past, index) => {
          const state = states[index];
          if (state?.status !== 'declared') return;
          for (const { nudge, letters: told } of reminders(past)) {
            expect(told).not.toMatch(/^C|Ro*R|Co*C|C[RS]/);
            if (!isRunning(nudge, state)) expect(told).toMatch(/Co*$/);
          }
        });
      }),
    );
  });

  it('say nothing once the response is over but of follow-ups, nor in retrospect', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const past of logOf(history).events) {
          let isLive = false;
          let end: string | undefined;
          for (const { type, data } of past) {
            if (type === 'IncidentDeclared') isLive = data.mode !== 'RETROSPECTIVE';
            if (type === 'IncidentReopened') end = undefined;
            if (['IncidentResolved', 'IncidentDeclined', 'IncidentMerged'].includes(type))
              end = type;
            if (type !== 'NudgeRaised' && type !== 'NudgeSnoozed') continue;
            const isOfAfter = data.nudge === 'FOLLOW_UP_OVERDUE' && end === 'IncidentResolved';
            expect([isLive, isOfAfter ? undefined : end]).toEqual([true, undefined]);
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
