import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { incidentFold } from '../../../test/support/given-incident.js';
import { foldInOrder, happened } from '../../../test/support/given.js';
import { actionsAttempts } from '../../../test/support/histories/actions.js';
import { commandAttempts } from '../../../test/support/histories/command.js';
import { communicationAttempts } from '../../../test/support/histories/communication.js';
import { containmentAttempts } from '../../../test/support/histories/containment.js';
import { declarations, lifeAttempts, resolutions } from '../../../test/support/histories/life.js';
import { eventId, incidentIds, Log, logOf } from '../../../test/support/histories/log-of-two.js';
import { helpAttempts } from '../../../test/support/histories/help.js';
import { logAttempts } from '../../../test/support/histories/log.js';
import { referencesAttempts } from '../../../test/support/histories/references.js';
import { scopeAttempts } from '../../../test/support/histories/scope.js';
import { sightAttempts } from '../../../test/support/histories/sight.js';
import type { Action } from './actions/action.js';
import { incidentEvents } from './events.js';
import { applies, evolve, initialIncident } from './incident.js';

const everyday = [
  ...lifeAttempts,
  ...commandAttempts,
  ...scopeAttempts,
  ...containmentAttempts,
  ...communicationAttempts,
  ...logAttempts,
];
const outside = [...sightAttempts, ...referencesAttempts, ...helpAttempts];
const work = fc.oneof(
  { weight: 20, arbitrary: fc.oneof(...actionsAttempts) },
  { weight: 20, arbitrary: fc.oneof(...everyday) },
  { weight: 40, arbitrary: fc.oneof(...outside) },
  { weight: 2, arbitrary: resolutions },
);
const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(work, { minLength: 10, maxLength: 120, size: 'max' }),
  )
  .map(([first, then]) => [...first, ...then]);

type Engaged = { readonly incident: string; readonly helper: string | null | undefined };
const commanders = ({ states }: Log) =>
  states.map((state) => (state.status === 'declared' ? state.commander?.member : undefined));
const openActions = ({ rows }: Log) =>
  rows.all('actions').filter((row) => row['finished_at'] === null) as unknown as Action[];

describe('whatever happens in two incidents', () => {
  it('is not little', () => {
    const happenings = fc
      .sample(histories, { numRuns: 100, seed: 42 })
      .flatMap((history) => logOf(history).events.flat());
    for (const type of Object.keys(incidentEvents))
      expect(happenings.filter((one) => one.type === type).length).toBeGreaterThan(20);
  });

  it('folds in order, to a state that survives storage', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, states } = logOf(history);
        const folded = events.map((past, incident) =>
          foldInOrder(
            incidentFold,
            past.map((event, index) => ({ ...event, id: eventId(incident, index + 1) })),
          ),
        );
        expect(folded).toEqual(states);
        expect(JSON.parse(JSON.stringify(states))).toStrictEqual(states);
      }),
    );
  });

  it('folds out of order without throwing, past what makes no sense', () => {
    const shuffled = histories.chain((history) => {
      const past = logOf(history).events.flat();
      return fc.shuffledSubarray(past.map((event, index) => happened(event, index + 1)));
    });
    fc.assert(
      fc.property(shuffled, (events) => {
        events.reduce((state, event) => {
          const next = evolve(state, event);
          if (!applies(state, event)) expect(next).toBe(state);
          return next;
        }, initialIncident);
      }),
    );
  });

  it('takes no second event to say what is already true', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = new Log();
        for (const attempt of history)
          if (log.run(attempt) !== undefined && attempt.isStateLike)
            expect(log.run(attempt)).toBe(0);
      }),
    );
  });

  it('has one commander, and terms that count up from one', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, states } = logOf(history);
        events.forEach((past, index) => {
          const terms = past.flatMap(({ type, data }) => (type === 'CommandTaken' ? [data] : []));
          expect(terms).toMatchObject(terms.map((_, nth) => ({ term: nth + 1 })));
          expect(terms.length).toBeLessThanOrEqual(1);
          expect(states[index]).toMatchObject(
            terms.length === 0 ? {} : { commander: { member: terms.at(-1)?.member } },
          );
        });
      }),
    );
  });

  it('has no two open actions on one target, nor on one within the other', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const claimed = openActions(logOf(history))
          .filter(({ intent }) => intent !== 'DIAGNOSE')
          .map(({ target: claim }) => `${claim}/`);
        claimed.forEach((one, index) => {
          const others = claimed.filter((_, other) => other !== index);
          expect(others.filter((other) => other.startsWith(one))).toEqual([]);
        });
      }),
    );
  });

  it('shows a restricted incident to whoever commands it, since it is restricted', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { states, rows, events } = logOf(history);
        states.forEach((state, index) => {
          if (state.status === 'undeclared' || !state.restricted || state.commander === null)
            return;
          const types = events[index]?.map(({ type }) => type) ?? [];
          if (types.lastIndexOf('CommandTaken') > types.lastIndexOf('IncidentRestricted')) return;
          const { member } = state.commander;
          const row = rows.all('sight').find((one) => one.id === `${incidentIds[index]} ${member}`);
          expect(row).toMatchObject({ granted: true });
        });
      }),
    );
  });

  it('takes back the sight of helpers with their last release, and only theirs', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { rows } = logOf(history);
        for (const row of rows.all('sight').filter((one) => one['for_help'] === true)) {
          expect(row).toMatchObject({ granted: true });
        }
        for (const { incident, helper } of rows.all('help') as unknown as Engaged[]) {
          const helping = rows
            .all('help')
            .filter(
              (one) =>
                one['incident'] === incident &&
                one['helper'] === helper &&
                one['state'] === 'ENGAGED',
            );
          if (helper == null || helping.length > 0) continue;
          const row = rows.find('sight', `${incident} ${helper}`);
          if (row?.['for_help'] === true) expect(commanders(logOf(history))).toContain(helper);
        }
      }),
    );
  });

  it('has a chat channel in one incident at most', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const channels = logOf(history)
          .rows.all('external_references')
          .filter((row) => row['bound'] === true && row['kind'] === 'CHAT_CHANNEL')
          .map((row) => `${String(row['system'])} ${String(row['external_id'])}`);
        expect(new Set(channels).size).toBe(channels.length);
      }),
    );
  });

  it('never starts one action twice', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const ids = logOf(history)
          .events.flat()
          .flatMap((event) => (event.type === 'ActionStarted' ? [event.data.action] : []));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
