import type { Facts, Holder } from '../../kernel/decision.js';
import type { TargetNames } from '../../kernel/target.js';
import { readTargetHolder } from '../../ledger/reservation-queries.js';
import type { TargetsService } from '../../organization/targets.service.js';
import type { ActionFacts } from '../domain/actions/action.js';
import type { ClaimFacts } from '../domain/actions/claim.js';
import type { StartAction, StartActionFacts } from '../domain/actions/start-action.js';
import { claimKey } from '../domain/actions/claim-key.js';
import { aimAt } from '../domain/actions/work.js';
import { happenedModes, type Mode } from '../domain/choices.js';
import type { Incident } from '../domain/incident.js';
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
    const heldBy = await holderOf(target, command.action, sources);
    const { same } = await targets.pastNamesOf(sources.reads, target);
    return { ...work, heldBy, ...(await triedFacts({ kind: command.kind, same }, sources)) };
  };

/** The action, and who has its target by now. */
export const extensionFacts =
  (action: string): ReadFacts<Facts & ActionFacts & ClaimFacts> =>
  async (sources) => {
    const told = await actionFacts(action)(sources);
    if (told.known?.status !== 'EXPIRED') return told;
    return { ...told, heldBy: await holderOf(told.known.target, action, sources) };
  };

/** Somebody else who has the target, where incidents of this mode claim it. */
const holderOf = async (
  target: string,
  otherThan: string,
  { reads, state }: FactSources,
): Promise<Holder | undefined> => {
  const key = state.status === 'declared' ? claimKey(target, state) : undefined;
  return key === undefined ? undefined : readTargetHolder(reads, key, otherThan);
};

/**
 * What is recorded of it is read by all who see the incident: so of others, only those count that
 * are open to all. Nor does a guest learn more than what happened where they were let in.
 */
const triedFacts = async (
  { same, kind }: Pick<StartAction, 'kind'> & Pick<TargetNames, 'same'>,
  { reads, incident, sight, state }: FactSources,
): Promise<TriedFacts> => {
  const elsewhere = sight.of !== 'GRANTED';
  const modes = modesThatCount(state);
  return { triedInVain: await wasTriedInVain(reads, { same, kind, incident, elsewhere, modes }) };
};

/** To a drill, all that was tried counts; to others, what was practised does not. */
const modesThatCount = (state: Incident): readonly Mode[] =>
  state.status === 'declared' && state.mode === 'DRILL'
    ? [...happenedModes, 'DRILL']
    : happenedModes;
