import type { Facts } from '../../kernel/decision.js';
import type { Action, ActionFacts } from '../domain/actions/action.js';
import { readActions } from '../views/actions.query.js';
import type { ReadFacts } from './facts.js';

/** The action of the incident with this id, if there is one. */
export const actionFacts =
  (action: string): ReadFacts<Facts & ActionFacts> =>
  async ({ reads, incident }) => {
    const [row] = await readActions(reads, [action]);
    if (row?.incident !== incident) return {};
    const { target, kind, intent, finishedAt } = row;
    return { known: { action, target, kind, intent, isOpen: finishedAt === null } as Action };
  };
