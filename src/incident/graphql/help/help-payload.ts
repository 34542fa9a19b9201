import type { OperationContext } from '../../../platform/graphql/context.js';
import type { HelpReads } from '../../reads/help.reads.js';
import type { IncidentRecorded } from '../../incident.service.js';

/** Adds the request that the command was about; on a replay, the one of the first time. */
export const withHelp = async (
  recorded: IncidentRecorded,
  help: string,
  reads: HelpReads,
  context: OperationContext,
) => {
  const told = recorded.events.map(({ data }) => ('help' in data ? data.help : undefined));
  return { ...recorded, help: await reads.byId(context, told[0] ?? help) };
};
