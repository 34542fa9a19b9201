import type { Facts } from '../../kernel/decision.js';
import type { ActingService } from '../../organization/acting.service.js';
import type { EngageHelp, EngageHelpFacts } from '../domain/help/engage-help.js';
import type { Help, HelpFacts } from '../domain/help/help.js';
import type { ReleaseHelpFacts } from '../domain/help/release-help.js';
import { helpsOtherwise, readHelp } from '../views/help.query.js';
import type { FactSources, ReadFacts } from './facts.js';
import { grantsOf } from './sight.facts.js';

/** The request of the incident with this id, if there is one. Strict: a row of the incident. */
export const helpFacts =
  (help: string): ReadFacts<Facts & HelpFacts> =>
  async (sources) => ({ known: await knownHelp(sources, help) });

/** Advisory: whether the member exists. Strict: the rest, rows of the incident. */
export const engagementFacts =
  ({ help, helper }: EngageHelp, acting: ActingService): ReadFacts<EngageHelpFacts> =>
  async (sources) => ({
    known: await knownHelp(sources, help),
    grants: helper === undefined ? {} : await grantsOf(sources, helper),
    helperExists: helper !== undefined && (await acting.isKnown(sources.reads, helper)),
  });

/** Strict: rows of the incident. */
export const releaseFacts =
  (help: string): ReadFacts<ReleaseHelpFacts> =>
  async (sources) => {
    const known = await knownHelp(sources, help);
    const helper = known?.helper;
    if (helper === undefined) return { known, grants: {}, helpsOtherwise: false };
    const { reads, incident } = sources;
    return {
      known,
      grants: await grantsOf(sources, helper),
      helpsOtherwise: await helpsOtherwise(reads, { incident, helper, id: help }),
    };
  };

const knownHelp = async (
  { reads, incident }: FactSources,
  help: string,
): Promise<Help | undefined> => {
  const [row] = await readHelp(reads, [help]);
  if (row?.incident !== incident) return undefined;
  const { state, need, skill, helper, party, contact } = row;
  return {
    help,
    state,
    need,
    skill: skill ?? undefined,
    helper: helper?.id,
    party: party ?? undefined,
    contact: contact ?? undefined,
  };
};
