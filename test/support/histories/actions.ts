import fc from 'fast-check';
import type { Action, ActionFacts } from '../../../src/incident/domain/actions/action.js';
import { approveAction } from '../../../src/incident/domain/actions/approve-action.js';
import { expireLease } from '../../../src/incident/domain/actions/expire-lease.js';
import { extendAction } from '../../../src/incident/domain/actions/extend-action.js';
import { finishAction } from '../../../src/incident/domain/actions/finish-action.js';
import { proposeAction } from '../../../src/incident/domain/actions/propose-action.js';
import { rejectAction } from '../../../src/incident/domain/actions/reject-action.js';
import { startAction } from '../../../src/incident/domain/actions/start-action.js';
import { withdrawAction } from '../../../src/incident/domain/actions/withdraw-action.js';
import * as choices from '../../../src/incident/domain/choices.js';
import type { TargetAlias } from '../../../src/kernel/target.js';
import { sampleId } from '../given.js';
import { attempts, maybe, valueOf, words } from './attempt.js';
import type { Attempt, Past } from './attempt.js';

const target = fc.constantFrom(
  'db',
  'db/orders',
  'db/orders/eu',
  'db2',
  'Flag/New',
  'flag/new',
  'orders',
  '?',
);
const aliases: readonly TargetAlias[] = [{ alias: 'orders', target: 'db/orders' }];

type Named = { readonly action: string };

const knownAction = ({ action: id }: Named, { rows, streamId }: Past): ActionFacts => {
  const row = rows.find('actions', id);
  if (row?.['incident'] !== streamId) return {};
  const told = {
    ...row,
    action: id,
    proposedBy: row['proposed_by'] ?? null,
    decidedBy: row['decided_by'] ?? null,
    reason: row['reason'] ?? null,
    leaseUntil: row['lease_until'] ?? null,
    outcome: row['outcome'] ?? null,
    outcomeRemark: row['outcome_remark'] ?? null,
    evidence: row['evidence'] ?? [],
  };
  return { known: told as unknown as Action };
};
const knownWork = (command: Named, past: Past) => ({ ...knownAction(command, past), aliases });

/** As if every target had been tried in vain that something was tried on in vain. */
const knownStart = (command: Named & { readonly target: string }, past: Past) => ({
  ...knownWork(command, past),
  triedInVain: past.rows
    .all('actions')
    .some(
      (row) =>
        row['target'] === command.target &&
        ['NO_EFFECT', 'MADE_WORSE'].includes(String(row['outcome'])),
    ),
});

/** Told in the evening, when every lease has run out that was given at the usual time. */
const knownLater = (command: Named, past: Past) => ({
  ...knownAction(command, past),
  now: '2019-07-02T20:00:00.000000Z',
});

/** Few kinds, so that proposals are started with the words that they were made with. */
const kind = fc.constantFrom('ROLLBACK' as const, 'RESTART' as const);
const reason = words;
/** Rarely the wrong one. */
const term = fc.constantFrom(undefined, undefined, undefined, 1);

/** Commands on one of few actions, mostly in the incident where that action has a life. */
const onAction = (
  commands: (action: { readonly action: fc.Arbitrary<string> }) => fc.Arbitrary<Attempt>,
): fc.Arbitrary<Attempt> =>
  fc.nat(3).chain((n) =>
    commands({ action: fc.constant(sampleId('act', String(n))) }).map((attempt) => ({
      ...attempt,
      incident: n % 3 === 0 ? attempt.incident : n % 2 === 0 ? 0 : 1,
    })),
  );

const work = { target, kind, intent: valueOf(choices.actionIntent) };
const starts = onAction((action) =>
  attempts(
    startAction,
    fc.record({
      ...action,
      ...work,
      kind: fc.oneof(kind, valueOf(choices.actionKind)),
      start: fc.uuid(),
    }),
    true,
    knownStart,
  ),
);
const proposals = onAction((action) =>
  attempts(proposeAction, fc.record({ ...action, ...work, call: fc.uuid() }), true, knownWork),
);
const approvals = onAction((action) =>
  attempts(approveAction, fc.record({ ...action, term }), true, knownAction),
);
const rejections = onAction((action) =>
  attempts(rejectAction, fc.record({ ...action, term, reason }), true, knownAction),
);
const withdrawals = onAction((action) =>
  attempts(
    withdrawAction,
    fc.record({ ...action, term, reason: maybe(reason) }),
    true,
    knownAction,
  ),
);
const expiries = onAction((action) => attempts(expireLease, fc.record(action), true, knownLater));
const extensions = onAction((action) =>
  attempts(
    extendAction,
    fc.record({ ...action, minutes: fc.constantFrom(30, 600) }),
    true,
    knownAction,
  ),
);
const endings = onAction((action) =>
  attempts(
    finishAction,
    fc.record({ ...action, outcome: valueOf(choices.actionOutcome) }),
    true,
    knownAction,
  ),
);

/** What happens to actions; often that which needs another thing to have happened before. */
export const actionsAttempts = [
  fc.oneof(
    { weight: 5, arbitrary: starts },
    { weight: 6, arbitrary: proposals },
    { weight: 7, arbitrary: approvals },
    { weight: 5, arbitrary: rejections },
    { weight: 4, arbitrary: withdrawals },
    { weight: 8, arbitrary: expiries },
    { weight: 8, arbitrary: extensions },
    { weight: 5, arbitrary: endings },
  ),
];
