import type { Facts } from '../../kernel/decision.js';
import type { TargetsService } from '../../organization/targets.service.js';
import type { Action, ActionFacts, AliasFacts } from '../domain/actions/action.js';
import { readActions } from '../views/actions.query.js';
import type { ReadFacts } from './facts.js';

/** The action of the incident with this id, if there is one. */
export const actionFacts =
  (action: string): ReadFacts<Facts & ActionFacts> =>
  async ({ reads, incident }) => {
    const [row] = await readActions(reads, [action]);
    if (row?.incident !== incident) return {};
    const { target, kind, intent, status, reason, leaseUntil, outcome, outcomeRemark, evidence } =
      row;
    const [proposedBy, decidedBy] = [row.proposedBy?.id ?? null, row.decidedBy?.id ?? null];
    const known = { action, target, kind, intent, status, proposedBy, decidedBy, reason };
    return { known: { ...known, leaseUntil, outcome, outcomeRemark, evidence } as Action };
  };

/** That action, and the aliases that may apply to the target as it was given. */
export const workFacts =
  (
    { action, target }: { readonly action: string; readonly target: string },
    targets: TargetsService,
  ): ReadFacts<Facts & ActionFacts & AliasFacts> =>
  async (sources) => ({
    ...(await actionFacts(action)(sources)),
    aliases: await targets.aliasesFor(sources.reads, target),
  });
