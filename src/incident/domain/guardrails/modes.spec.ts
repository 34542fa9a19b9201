import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allGuardrails,
  guardrailsIn,
  severities,
} from '../../../../test/support/given-guardrails.js';
import {
  ada,
  byGrace,
  commandTaken,
  declared,
  given,
} from '../../../../test/support/given-incident.js';
import { usualFacts } from '../../../../test/support/given.js';
import { guardrailMode } from '../../../playbook/domain/choices.js';
import type { GuardrailMode } from '../../../playbook/domain/choices.js';
import { mode as incidentMode } from '../choices.js';
import type { Guardrail, Mode, Severity } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { guard } from './guard.js';
import type { Trip } from './trip.js';

type Outcome = 'DONE' | 'NOTED' | 'OVERRIDDEN' | 'REFUSED';
type Who = 'COMMANDER' | 'ANOTHER' | 'NOBODY COMMANDS';

/** What comes of a command that meets a guardrail in a mode: without a reason, and with one. */
const table: Readonly<Record<GuardrailMode, Readonly<Record<Who, readonly [Outcome, Outcome]>>>> = {
  OFF: {
    COMMANDER: ['DONE', 'DONE'],
    ANOTHER: ['DONE', 'DONE'],
    'NOBODY COMMANDS': ['DONE', 'DONE'],
  },
  NOTE: {
    COMMANDER: ['NOTED', 'OVERRIDDEN'],
    ANOTHER: ['NOTED', 'OVERRIDDEN'],
    'NOBODY COMMANDS': ['NOTED', 'OVERRIDDEN'],
  },
  REASON: {
    COMMANDER: ['REFUSED', 'OVERRIDDEN'],
    ANOTHER: ['REFUSED', 'OVERRIDDEN'],
    'NOBODY COMMANDS': ['REFUSED', 'OVERRIDDEN'],
  },
  BLOCK: {
    COMMANDER: ['REFUSED', 'OVERRIDDEN'],
    ANOTHER: ['REFUSED', 'REFUSED'],
    'NOBODY COMMANDS': ['REFUSED', 'REFUSED'],
  },
};
const modes = Object.keys(guardrailMode.values) as GuardrailMode[];
const people = Object.keys(table.OFF) as Who[];
const incidentModes = Object.keys(incidentMode.values) as Mode[];

const note: IncidentEvent = { type: 'NoteAdded', data: { text: 'Done' } };
const subject = 'service/checkout';
const because = 'It cannot wait';

type Case = {
  readonly modeOf: Partial<Record<Guardrail, GuardrailMode>>;
  readonly severity: Severity;
  readonly incident: Mode;
  readonly who: Who;
  readonly reason: string | undefined;
};

/** What the guardrails say of a command that has met these. */
const outcomeOf = (
  met: readonly Guardrail[],
  { modeOf, severity, incident, who, reason }: Case,
) => {
  const past = { ...declared, data: { ...declared.data, severity, mode: incident } };
  const { state } = given(past, ...(who === 'NOBODY COMMANDS' ? [] : [commandTaken]));
  const { actor } = who === 'COMMANDER' ? usualFacts : byGrace;
  // Of every other severity, the opposite: a mode that is read off the wrong one shows.
  const guardrails = guardrailsIn('OFF');
  const wanted = Object.fromEntries(
    met.map((one) => {
      const here = modeOf[one] ?? 'OFF';
      const elsewhere = here === 'OFF' ? 'BLOCK' : 'OFF';
      const bySeverity = severities.map((each) => [each, each === severity ? here : elsewhere]);
      return [one, Object.fromEntries(bySeverity)];
    }),
  ) as Partial<typeof guardrails>;
  return guard(
    { events: [note], trips: met.map((guardrail) => ({ guardrail, subject })) },
    {
      incident: state,
      playbook: { guardrails: { ...guardrails, ...wanted } },
      facts: { actor },
      reason,
      late: [],
    },
  );
};

const expectedOf = (guardrail: Guardrail, { modeOf, incident, who, reason }: Case): Outcome =>
  incident === 'RETROSPECTIVE'
    ? 'DONE'
    : table[modeOf[guardrail] ?? 'OFF'][who][reason === undefined ? 0 : 1];

const tripped = (guardrail: Guardrail, blocked?: true): IncidentEvent => ({
  type: 'GuardrailTripped',
  data: { guardrail, subject, blocked },
});
const overridden = (guardrail: Guardrail): IncidentEvent => ({
  type: 'GuardrailOverridden',
  data: { guardrail, subject, reason: because },
});

/** What is refused, recorded and noted, in full. */
const inFull = (outcome: Outcome, guardrail: Guardrail, { modeOf, who }: Case) => {
  const met = { guardrail, subject };
  const commander = who === 'NOBODY COMMANDS' ? null : ada;
  const refusal = { code: 'GUARDRAIL', guardrail, subject, mode: modeOf[guardrail], commander };
  return {
    DONE: { decision: { events: [note] }, noted: [] },
    NOTED: { decision: { events: [tripped(guardrail), note] }, noted: [met] },
    OVERRIDDEN: { decision: { events: [overridden(guardrail), note] }, noted: [met] },
    REFUSED: {
      decision: {
        refusals: [expect.objectContaining(refusal)],
        noted: [tripped(guardrail, true)],
      },
      noted: [],
    },
  }[outcome];
};

const situations = severities.flatMap((severity) =>
  incidentModes.flatMap((incident) =>
    people.flatMap((who) =>
      [undefined, because].map((reason) => ({ severity, incident, who, reason })),
    ),
  ),
);

describe.each(allGuardrails)('%s', (guardrail) => {
  it.each(modes)('in mode %s comes to what the table says, whatever else is so', (mode) => {
    for (const one of situations) {
      const here = { ...one, modeOf: { [guardrail]: mode } };
      const expected = inFull(expectedOf(guardrail, here), guardrail, here);
      expect([here, outcomeOf([guardrail], here)]).toEqual([here, expected]);
    }
  });
});

describe('several guardrails at once', () => {
  const cases = fc.record({
    modeOf: fc.dictionary(fc.constantFrom(...allGuardrails), fc.constantFrom(...modes)),
    severity: fc.constantFrom(...severities),
    incident: fc.constantFrom(...incidentModes),
    who: fc.constantFrom(...people),
    reason: fc.constantFrom(undefined, because),
  });

  it('refuse together whatever stops it, or let it through together', () => {
    fc.assert(
      fc.property(fc.subarray(allGuardrails), cases, (met, one) => {
        const { decision, noted } = outcomeOf(met, one);
        const outcomes = met.map((each) => [each, expectedOf(each, one)] as const);
        const stopping = outcomes.filter(([, outcome]) => outcome === 'REFUSED');
        const passing = outcomes.filter(([, outcome]) => outcome !== 'DONE');
        if (stopping.length > 0) {
          expect(decision).toMatchObject({
            refusals: stopping.map(([each]) => ({ guardrail: each })),
            noted: stopping.map(([each]) => tripped(each, true)),
          });
          expect(noted).toEqual([]);
        } else {
          const recorded = passing.map(([each, outcome]) =>
            outcome === 'NOTED' ? tripped(each) : overridden(each),
          );
          expect(decision).toEqual({ events: [...recorded, note] });
          expect(noted).toEqual(passing.map(([each]) => ({ guardrail: each, subject })));
        }
      }),
    );
  });
});

describe('what is in mode BLOCK', () => {
  const blocked = (
    past: readonly IncidentEvent[],
    { trip = {}, ...more }: { trip?: Partial<Trip>; reason?: string; facts?: typeof byGrace },
  ) =>
    guard(
      { events: [note], trips: [{ guardrail: 'TWO_HATS', subject, ...trip }] },
      {
        incident: given(declared, ...past).state,
        playbook: { guardrails: guardrailsIn('BLOCK') },
        facts: usualFacts,
        late: [],
        ...more,
      },
    ).decision;
  const saying = (message: RegExp) => ({
    refusals: [{ message: expect.stringMatching(message) }],
  });

  it('says what is lacking to go on: a reason, the commander, or that anybody commands', () => {
    expect(blocked([commandTaken], {})).toMatchObject(saying(/or say in override\.reason why/));
    expect(blocked([commandTaken], { facts: byGrace, reason: because })).toMatchObject(
      saying(/or have the commander go on/),
    );
    expect(blocked([], { reason: because })).toMatchObject(saying(/or take command and go on/));
    const trip = { guardrail: 'NO_COMMANDER' } as const;
    expect(blocked([], { trip })).toMatchObject(saying(/Take command first$/));
  });

  it('is open to who commands once it is done, with a reason', () => {
    const trip = { commander: ada };
    expect(blocked([], { trip })).toMatchObject(saying(/or say in override\.reason why/));
    expect(blocked([], { trip, reason: because })).toEqual({
      events: [overridden('TWO_HATS'), note],
    });
    expect(blocked([], { trip, reason: because, facts: byGrace })).toMatchObject(
      saying(/or take command/),
    );
  });
});

describe('what was tripped of late', () => {
  const decide = (mode: GuardrailMode, { reason, blocked }: { reason?: string; blocked?: true }) =>
    guard(
      { events: [note], trips: [{ guardrail: 'NO_COMMANDER', subject }] },
      {
        incident: given(declared).state,
        playbook: { guardrails: guardrailsIn(mode) },
        facts: usualFacts,
        reason,
        late: [{ guardrail: 'NO_COMMANDER', subject, blocked }],
      },
    );
  const noted = [{ guardrail: 'NO_COMMANDER', subject }];

  it('is noted again, and not recorded again', () => {
    expect(decide('NOTE', {})).toEqual({ decision: { events: [note] }, noted });
  });

  it('is refused again, and not recorded again', () => {
    expect(decide('REASON', { blocked: true }).decision).toMatchObject({
      refusals: [{ guardrail: 'NO_COMMANDER' }],
      noted: [],
    });
  });

  it('is recorded each time that it is overridden', () => {
    expect(decide('REASON', { reason: because, blocked: true })).toEqual({
      decision: { events: [overridden('NO_COMMANDER'), note] },
      noted,
    });
  });

  it('is recorded when it is done after it was refused, and the other way round', () => {
    expect(decide('NOTE', { blocked: true })).toEqual({
      decision: { events: [tripped('NO_COMMANDER'), note] },
      noted,
    });
    expect(decide('REASON', {}).decision).toMatchObject({ noted: [tripped('NO_COMMANDER', true)] });
  });

  it.each([
    { guardrail: 'NO_COMMANDER', subject: 'service/other' },
    { guardrail: 'NO_COMMANDER' },
    { guardrail: 'SCOPE_BEFORE_TOUCH', subject },
  ] as const)('says nothing of another: %j', (late) => {
    const { decision } = guard(
      { events: [note], trips: [{ guardrail: 'NO_COMMANDER', subject }] },
      {
        incident: given(declared).state,
        playbook: { guardrails: guardrailsIn('NOTE') },
        facts: usualFacts,
        late: [late],
      },
    );
    expect(decision).toEqual({ events: [tripped('NO_COMMANDER'), note] });
  });
});
