import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { incidentFold } from '../../../test/support/given-incident.js';
import { foldInOrder, happened, sampleId } from '../../../test/support/given.js';
import { followUpsAttempts, reviewAttempts } from '../../../test/support/histories/after.js';
import { actionsAttempts } from '../../../test/support/histories/actions.js';
import { checksAttempts } from '../../../test/support/histories/checks.js';
import { commandAttempts } from '../../../test/support/histories/command.js';
import { commandTold } from '../../../test/support/histories/command-told.js';
import { communicationAttempts } from '../../../test/support/histories/communication.js';
import { containmentAttempts } from '../../../test/support/histories/containment.js';
import {
  declarations,
  endings,
  endingsApart,
  lifeAttempts,
} from '../../../test/support/histories/life.js';
import { heldRoles, rolesAttempts } from '../../../test/support/histories/roles.js';
import { helpAttempts } from '../../../test/support/histories/help.js';
import { hypothesesAttempts } from '../../../test/support/histories/hypotheses.js';
import { logAttempts } from '../../../test/support/histories/log.js';
import { playbookAttempts } from '../../../test/support/histories/playbooks.js';
import { referencesAttempts } from '../../../test/support/histories/references.js';
import { scopeAttempts } from '../../../test/support/histories/scope.js';
import { sightAttempts } from '../../../test/support/histories/sight.js';
import { suspectsAttempts } from '../../../test/support/histories/suspects.js';
import { clocksAttempts } from '../../../test/support/histories/clocks.js';
import { eventId, incidentIds, Log, logOf } from '../../../test/support/histories/log-of-two.js';
import { overlap } from '../../kernel/target.js';
import type { Action } from './actions/action.js';
import { incidentEvents } from './events.js';
import { applies, evolve, initialIncident } from './incident.js';

const everyday = [
  ...lifeAttempts,
  ...commandAttempts,
  ...rolesAttempts,
  ...scopeAttempts,
  ...containmentAttempts,
  ...communicationAttempts,
];
/** Much of one area, so that its rarer events happen, and something of all others. */
const focuses = [
  actionsAttempts,
  [...commandAttempts, fc.oneof(...endings)],
  rolesAttempts,
  [...lifeAttempts, ...endings],
  [...commandAttempts, ...endings, ...endingsApart],
  [...checksAttempts, ...playbookAttempts],
  hypothesesAttempts,
  logAttempts,
  suspectsAttempts,
  sightAttempts,
  [...sightAttempts, ...helpAttempts],
  referencesAttempts,
  [...communicationAttempts, ...containmentAttempts],
  clocksAttempts,
  [...clocksAttempts, ...actionsAttempts],
  [...reviewAttempts, ...containmentAttempts],
  followUpsAttempts,
];
const work = fc
  .constantFrom(...focuses)
  .map((focus) =>
    fc.oneof(
      { weight: 60, arbitrary: fc.oneof(...focus) },
      { weight: 20, arbitrary: fc.oneof(...everyday) },
      { weight: 1, arbitrary: fc.oneof(...endings) },
    ),
  );
const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    work.chain((attempt) => fc.array(attempt, { minLength: 50, maxLength: 120, size: 'max' })),
  )
  .map(([first, then]) => [...first, ...then]);

const idOf = (index: number) => sampleId('inc', String(index));

type Of = { readonly incident: (typeof incidentIds)[number] };
type Engaged = { readonly incident: string; readonly helper: string | null | undefined };
const commanders = ({ states }: Log) =>
  states.map((state) => (state.status === 'declared' ? state.commander?.member : undefined));
const openActions = ({ rows }: Log) =>
  rows.all('actions').filter((row) => row['status'] === 'STARTED') as unknown as (Action & Of)[];
/** Whether it is on the record of its incident that another action had the target. */
const isWarned = ({ rows }: Log, { incident, target }: Action & Of) =>
  rows
    .all('guardrail_trips')
    .some(
      (row) =>
        row['incident'] === incident &&
        row['guardrail'] === 'CONFLICTING_ACTION' &&
        row['kind'] !== 'BLOCKED' &&
        row['subject'] === target,
    );
type Bound = Of & { readonly system: string; readonly external_id: string };
/** Real incidents and drills apart; what is written down afterwards holds nothing. */
const eachWorld = <T extends Of>({ states }: Log, things: readonly T[]): T[][] =>
  ['REAL', 'DRILL'].map((mode) =>
    things.filter(({ incident }) =>
      states.some(
        (state, index) =>
          idOf(index) === incident && state.status === 'declared' && state.mode === mode,
      ),
    ),
  );

describe('whatever happens in two incidents', () => {
  it('is not little', () => {
    const happenings = fc
      .sample(histories, { numRuns: 100 * focuses.length, seed: 42 })
      .flatMap((history) => logOf(history).events.flat());
    const counts = Map.groupBy(happenings, ({ type }) => type);
    const rare = Object.keys(incidentEvents)
      .map((type) => [type, counts.get(type as keyof typeof incidentEvents)?.length ?? 0] as const)
      .filter(([, count]) => count <= 20);
    expect(rare).toEqual([]);
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

  it('has one commander and one offer of command at a time, and terms that count up from one', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, states, rows } = logOf(history);
        events.forEach((past, index) => {
          const { term, commander, offeredTo } = commandTold(past);
          const state = states[index];
          if (state?.status !== 'declared') return;
          expect([state.term, state.commander?.member ?? null, state.offer?.to ?? null]).toEqual([
            term,
            commander,
            offeredTo,
          ]);
          const terms = rows.all('command_terms').filter((row) => row['incident'] === idOf(index));
          expect(terms.map((row) => row['term'])).toEqual(terms.map((_, nth) => nth + 1));
          const lasting = terms.filter((row) => row['until'] === null);
          expect(lasting.map((row) => row['commander'])).toEqual([commander ?? []].flat());
        });
      }),
    );
  });

  it('gives no role of one to two, and every role to somebody who takes part', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { rows, states } = logOf(history);
        states.forEach((state, index) => {
          const held = heldRoles(rows, idOf(index));
          expect(state).toMatchObject(held.length === 0 ? {} : { heldRoles: held.length });
          const ofOne = held
            .filter(({ incidentRole }) => incidentRole !== 'SUBJECT_EXPERT')
            .map(({ incidentRole, subject = '' }) => `${incidentRole} ${subject.toLowerCase()}`);
          expect(new Set(ofOne).size).toBe(ofOne.length);
          const commander = state.status === 'declared' ? (state.commander?.member ?? []) : [];
          for (const member of [...held.map((one) => one.member), commander].flat())
            expect(rows.find('participants', `${idOf(index)} ${member}`)).toMatchObject({
              participation: 'RESPONDER',
              left_at: null,
            });
        });
      }),
    );
  });

  it('shows a restricted incident to those who take part', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { rows } = logOf(history);
        const seeing = rows.all('sight').filter((row) => row['participates'] === true);
        const taking = rows.all('participants').filter((row) => row['left_at'] === null);
        expect(new Set(seeing.map(({ id }) => id))).toEqual(new Set(taking.map(({ id }) => id)));
      }),
    );
  });

  it('has no two open actions on one target, nor on one within the other, but on the record', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = logOf(history);
        const claiming = openActions(log).filter(({ intent }) => intent !== 'DIAGNOSE');
        for (const world of eachWorld(log, claiming)) {
          const unwarned = world.filter((action) => !isWarned(log, action));
          for (const one of unwarned)
            expect(
              unwarned.filter((other) => other !== one && overlap(one.target, other.target)),
            ).toEqual([]);
        }
      }),
    );
  });

  it('keeps of one guardrail, subject and person one trip of a kind in five minutes', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const past of logOf(history).events) {
          const lastAt = new Map<string, number>();
          past.forEach((event, minute) => {
            if (event.type !== 'GuardrailTripped') return;
            const { guardrail, subject = '', blocked = false } = event.data;
            const key = `${guardrail} ${subject} ${event.actor?.id ?? ''} ${blocked}`;
            expect(minute - (lastAt.get(key) ?? -5)).toBeGreaterThanOrEqual(5);
            lastAt.set(key, minute);
          });
        }
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
        const log = logOf(history);
        const rows = log.rows
          .all('external_references')
          .filter((row) => row['bound'] === true && row['kind'] === 'CHAT_CHANNEL');
        const bound = rows as unknown as Bound[];
        for (const world of eachWorld(log, bound)) {
          const channels = world.map(({ system, external_id: id }) => `${system} ${id}`);
          expect(new Set(channels).size).toBe(channels.length);
        }
      }),
    );
  });

  it('merges in both or in neither, only one of the two, and says the same in the list', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, states, rows } = logOf(history);
        const ended = states.map((state) => state.status === 'declared' && state.mergedInto);
        expect(ended.filter((into) => typeof into === 'string').length).toBeLessThanOrEqual(1);
        states.forEach((state, index) => {
          if (state.status === 'undeclared') return;
          const other = 1 - index;
          expect([null, idOf(other)]).toContain(state.mergedInto);
          const absorbed = events[other]?.filter(({ type }) => type === 'IncidentAbsorbed');
          expect(absorbed?.map(({ data }) => data)).toEqual(
            state.mergedInto === null ? [] : [{ duplicate: idOf(index) }],
          );
          const { phase, mergedInto } = state;
          expect(rows.find('incidents', idOf(index))).toMatchObject({
            phase,
            merged_into: mergedInto,
          });
          expect(phase === 'MERGED').toBe(mergedInto !== null);
        });
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
