import type { Facts } from '../../kernel/decision.js';
import { readTargetHolder } from '../../ledger/reservation-queries.js';
import type { TargetsService } from '../../organization/targets.service.js';
import type { ActionFacts } from '../domain/actions/action.js';
import type { ClaimFacts } from '../domain/actions/claim.js';
import type { StartAction, StartActionFacts } from '../domain/actions/start-action.js';
import { aimAt } from '../domain/actions/work.js';
import type { TriedFacts } from '../domain/guardrails/changes.js';
import { wasTriedInVain } from '../views/tried-in-vain.query.js';
import { actionFacts, workFacts } from './action.facts.js';
import type { FactSources, ReadFacts } from './facts.js';

/** What there is to know before an action is started. */
export const startFacts =
  (command: StartAction, targets: TargetsService): ReadFacts<StartActionFacts> =>
  async (sources) => {
    const work = await workFacts(command, targets)(sources);
    const aim = aimAt(command.target, work.aliases);
    if ('code' in aim || command.intent === 'DIAGNOSE') return work;
    const { target } = aim;
    const heldBy = await readTargetHolder(sources.reads, target, command.action);
    return { ...work, heldBy, ...(await triedFacts({ ...command, target }, sources)) };
  };

/** The action, and who has its target by now. */
export const extensionFacts =
  (action: string): ReadFacts<Facts & ActionFacts & ClaimFacts> =>
  async (sources) => {
    const told = await actionFacts(action)(sources);
    if (told.known?.status !== 'EXPIRED') return told;
    return { ...told, heldBy: await readTargetHolder(sources.reads, told.known.target, action) };
  };

/**
 * What is recorded of it is read by all who see the incident: so of others, only those count that
 * are open to all. Nor does a guest learn more than what happened where they were let in.
 */
const triedFacts = async (
  { target, kind }: Pick<StartAction, 'target' | 'kind'>,
  { reads, incident, sight }: FactSources,
): Promise<TriedFacts> => {
  const elsewhere = sight.of !== 'GRANTED';
  return { triedInVain: await wasTriedInVain(reads, { target, kind, incident, elsewhere }) };
};
