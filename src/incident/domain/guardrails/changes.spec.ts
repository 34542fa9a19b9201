import { describe, expect, it } from '@jest/globals';
import {
  action,
  ada,
  assessed,
  byGrace,
  byTool,
  commandTaken,
  contained,
  declared,
  given,
  known,
  otherAction,
  proposed,
} from '../../../../test/support/given-incident.js';
import { relinquished } from '../../../../test/support/given-command.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import { sampleId } from '../../../../test/support/given.js';
import { startAction } from '../actions/start-action.js';
import type { StartAction, StartActionFacts } from '../actions/start-action.js';
import type { IncidentEvent } from '../events.js';

const calm = [declared, commandTaken, assessed()];
const change: StartAction = {
  action,
  start: sampleId('evt', 'start'),
  target: 'Service/Checkout',
  kind: 'ROLLBACK',
  intent: 'CONTAIN',
};
const fix = { ...change, intent: 'FIX' } as const;

/** What the start of an action meets, and with what. */
const metIn = (
  past: readonly IncidentEvent[],
  command: StartAction = change,
  facts: Partial<StartActionFacts> = {},
) => {
  const { state } = given(...past);
  const now = '2019-07-02T14:00:00.000000Z';
  const actor = { kind: 'MEMBER', id: ada } as const;
  const told = { actor, now, occurredAt: now, playbook: builtIn, ...facts };
  const decision = startAction(command, state, told);
  if ('refusals' in decision) throw new Error(JSON.stringify(decision.refusals));
  return (decision.trips ?? []).map(({ guardrail, subject }) => [guardrail, subject]);
};
const onTarget = (guardrail: string) => [[guardrail, 'service/checkout']];

describe('the start of a change', () => {
  it('meets nothing in good order', () => {
    expect(metIn(calm)).toEqual([]);
    expect(metIn([...calm, contained], fix)).toEqual([]);
  });

  it('meets all that there is to meet at once', () => {
    expect(metIn([declared], fix, { triedInVain: true }).map(([guardrail]) => guardrail)).toEqual([
      'NO_COMMANDER',
      'SCOPE_BEFORE_TOUCH',
      'CONTAIN_BEFORE_FIX',
      'ALREADY_TRIED',
    ]);
  });

  it.each([
    ['while nobody commands', [declared, assessed()], 'NO_COMMANDER'],
    ['after command was given up', [...calm, relinquished], 'NO_COMMANDER'],
    ['before the scope is assessed', [declared, commandTaken], 'SCOPE_BEFORE_TOUCH'],
  ])('%s meets a guardrail on its target', (_, past, guardrail) => {
    expect(metIn(past)).toEqual(onTarget(guardrail));
  });

  it('is not to fix while users are hurt, also when they are again', () => {
    expect(metIn(calm, fix)).toEqual(onTarget('CONTAIN_BEFORE_FIX'));
    const lost: IncidentEvent = {
      type: 'ContainmentLost',
      data: { reason: 'Errors again', evidence: [] },
    };
    expect(metIn([...calm, contained, lost], fix)).toEqual(onTarget('CONTAIN_BEFORE_FIX'));
  });

  it('is directed by the commander, who starts it or has approved it', () => {
    expect(metIn(calm, change, byGrace)).toEqual(onTarget('NOT_DIRECTED'));
    expect(metIn(calm, change, byTool)).toEqual(onTarget('NOT_DIRECTED'));
    const [waiting, approved] = [known({ status: 'PROPOSED' }), known({ status: 'APPROVED' })];
    const past = [...calm, proposed()];
    expect(metIn(past, change, { ...byGrace, ...waiting })).toEqual(onTarget('NOT_DIRECTED'));
    expect(metIn(past, change, { ...byGrace, ...approved })).toEqual([]);
    expect(metIn(past, change, waiting)).toEqual([]);
  });

  it('tells that the same was tried in vain', () => {
    expect(metIn(calm, change, { triedInVain: true })).toEqual(onTarget('ALREADY_TRIED'));
  });

  it('meets whoever has the target, whether they are known of before or not', () => {
    const heldBy = { key: 'service', holder: otherAction, streamId: sampleId('inc', '7') };
    const conflict = onTarget('CONFLICTING_ACTION');
    expect(metIn(calm, change, { heldBy })).toEqual(conflict);
  });

  it('to diagnose changes nothing and meets nothing', () => {
    const heldBy = { key: 'service', holder: otherAction, streamId: sampleId('inc', '7') };
    const look = { ...change, intent: 'DIAGNOSE' } as const;
    expect(metIn([declared], look, { triedInVain: true, heldBy })).toEqual([]);
  });
});
