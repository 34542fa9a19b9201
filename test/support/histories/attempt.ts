import fc from 'fast-check';
import type { IncidentEvent } from '../../../src/incident/domain/events.js';
import type { Incident } from '../../../src/incident/domain/incident.js';
import type { IncidentRefusal } from '../../../src/incident/domain/refusals.js';
import type { IncidentRule, PlaybookFacts } from '../../../src/incident/domain/rule.js';
import type { Decision, Facts } from '../../../src/kernel/decision.js';
import type { FoldedEvent } from '../../../src/kernel/event.js';
import type { Instant } from '../../../src/kernel/instant.js';
import { byGrace, byTool } from '../given-incident.js';
import { usualFacts } from '../given.js';
import type { RowSet } from '../row-set.js';
import type { TripOfLate } from '../../../src/incident/domain/guardrails/met.js';
import { guardedBy, stances } from './guardrails.js';
import { runningIn } from './running.js';

/** What the facts of a rule are read from. */
export type Past = {
  readonly streamId: string;
  readonly incident: Incident;
  /** The other one of the two. */
  readonly beside: { readonly streamId: string; readonly incident: Incident };
  readonly rows: RowSet;
  /** What whoever acts has tripped of late. */
  readonly late: readonly TripOfLate[];
  /** When the clocks of the incident are due, by name. */
  readonly due: ReadonlyMap<string, Instant>;
  readonly event: (id: string) => FoldedEvent<IncidentEvent> | undefined;
};
/** The playbook comes by itself, unless it is said. */
export type Told<F extends Facts> = Omit<F, keyof Facts | keyof PlaybookFacts>;

/** A command by somebody in one of two incidents, ready to be decided on what it meets. */
export type Attempt = {
  readonly incident: 0 | 1;
  readonly actor: Facts['actor'];
  /** Whether it asks for a state, so that asking again changes nothing. */
  readonly isStateLike: boolean;
  readonly decide: (past: Past, facts: Facts) => Decision<IncidentEvent, IncidentRefusal>;
};

/** Random commands for a rule, with the facts that it is told. */
export const attempts = <C, F extends Facts = Facts>(
  rule: IncidentRule<C, F>,
  commands: fc.Arbitrary<C>,
  isStateLike: boolean,
  told: (command: C, past: Past, actor: Facts['actor']) => Told<F> = () => ({}) as Told<F>,
): fc.Arbitrary<Attempt> =>
  fc.record({
    incident: fc.constantFrom(0 as const, 1 as const),
    actor: fc.constantFrom(usualFacts.actor, byGrace.actor, byTool.actor),
    isStateLike: fc.constant(isStateLike),
    decide: fc.tuple(commands, stances).map(([command, stance]): Attempt['decide'] => {
      return (past, given) => {
        const playbook = runningIn(past.incident);
        const facts = { ...given, playbook, ...told(command, past, given.actor) } as unknown as F;
        const decision = rule(command, past.incident, facts);
        return guardedBy(stance, decision, { ...past, facts });
      };
    }),
  });

/** Any value of a choice. */
export const valueOf = <V extends string>(of: { readonly values: Readonly<Record<V, string>> }) =>
  fc.constantFrom(...(Object.keys(of.values) as V[]));
export const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
export const words = fc.constantFrom('one', 'two');
export const term = maybe(fc.nat(2));
