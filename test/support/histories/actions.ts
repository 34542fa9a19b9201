import fc from 'fast-check';
import type { Action, ActionFacts } from '../../../src/incident/domain/actions/action.js';
import { finishAction } from '../../../src/incident/domain/actions/finish-action.js';
import { startAction } from '../../../src/incident/domain/actions/start-action.js';
import * as choices from '../../../src/incident/domain/choices.js';
import { sampleId } from '../given.js';
import { attempts, valueOf } from './attempt.js';
import type { Past } from './attempt.js';

const action = fc.nat(19).map((n) => sampleId('act', String(n)));
const target = fc.constantFrom(
  'db',
  'db/orders',
  'db/orders/eu',
  'db2',
  'Flag/New',
  'flag/new',
  '?',
);

const knownAction = (
  { action: id }: { readonly action: string },
  { rows, streamId }: Past,
): ActionFacts => {
  const row = rows.find('actions', id);
  return row?.['incident'] === streamId
    ? { known: { ...(row as unknown as Action), action: id, isOpen: row['finished_at'] === null } }
    : {};
};

export const starts = attempts(
  startAction,
  fc.record({
    action,
    start: fc.uuid(),
    target,
    kind: valueOf(choices.actionKind),
    intent: valueOf(choices.actionIntent),
  }),
  true,
  knownAction,
);

export const endings = attempts(
  finishAction,
  fc.record({ action, outcome: valueOf(choices.actionOutcome) }),
  false,
  knownAction,
);

/** What else happens to actions. */
export const actionsAttempts = [starts, endings];
