import fc from 'fast-check';
import { guard } from '../../../src/incident/domain/guardrails/guard.js';
import type { Met, TripOfLate } from '../../../src/incident/domain/guardrails/met.js';
import type { Incident } from '../../../src/incident/domain/incident.js';
import type { IncidentEvent } from '../../../src/incident/domain/events.js';
import type { IncidentRefusal } from '../../../src/incident/domain/refusals.js';
import type { IncidentDecision } from '../../../src/incident/domain/rule.js';
import type { Decision, Facts } from '../../../src/kernel/decision.js';
import { builtIn } from '../../../src/playbook/built-in.js';
import { guardrailsIn } from '../given-guardrails.js';
import type { RowSet } from '../row-set.js';

/** What the playbook and the person say to a guardrail. */
export type Stance = {
  readonly guardrails: typeof builtIn.guardrails;
  readonly reason: string | undefined;
};

/** Mostly as the built-in playbook has it, and without a reason. */
export const stances: fc.Arbitrary<Stance> = fc.record({
  guardrails: fc.oneof(
    { weight: 6, arbitrary: fc.constant(builtIn.guardrails) },
    { weight: 1, arbitrary: fc.constantFrom(guardrailsIn('REASON'), guardrailsIn('BLOCK')) },
  ),
  reason: fc.constantFrom(undefined, undefined, undefined, 'It cannot wait'),
});

type Guarded = Decision<IncidentEvent, IncidentRefusal>;
type Asked = {
  readonly incident: Incident;
  readonly facts: Facts;
  readonly late: readonly TripOfLate[];
};

/** The decision once the guardrails have had their say, also over a conflict that it meets. */
export const guardedBy = (
  { guardrails, reason }: Stance,
  decision: IncidentDecision,
  asked: Asked,
): Guarded => {
  const guarded = guard(decision, { ...asked, playbook: { guardrails }, reason }).decision;
  if ('refusals' in guarded) return guarded;
  const take = guarded.take?.map(({ otherwise, ...claim }) =>
    otherwise === undefined
      ? claim
      : {
          ...claim,
          otherwise: (...by: Parameters<typeof otherwise>) =>
            guardedBy({ guardrails, reason }, otherwise(...by) as IncidentDecision, asked),
        },
  );
  return take === undefined ? guarded : { ...guarded, take };
};

/** What somebody has tripped in an incident less than five minutes before. */
export const tripsOfLate = (
  rows: RowSet,
  { streamId, actor, at }: { streamId: string; actor: string; at: string },
): readonly TripOfLate[] =>
  rows
    .all('guardrail_trips')
    .filter((row) => row['incident'] === streamId && row['actor'] === actor)
    .filter((row) => row['kind'] !== 'OVERRIDDEN')
    .filter((row) => Date.parse(at) - Date.parse(row['at'] as string) < 300_000)
    .map((row) => ({
      guardrail: row['guardrail'] as Met['guardrail'],
      subject: (row['subject'] ?? undefined) as string | undefined,
      blocked: row['kind'] === 'BLOCKED',
    }));
