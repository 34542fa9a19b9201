import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts, Reservation } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { HelpFacts } from './help.js';
import { helpExists } from './refusals.js';

export type RequestHelp = {
  readonly help: string;
  /** Unique to this call: tells a repeat from a new request. */
  readonly request: string;
  readonly need: string;
  readonly skill?: string | undefined;
};

export const requestHelp: IncidentRule<RequestHelp, Facts & HelpFacts> = (
  command,
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { help, need, skill } = command;
  if (known)
    return known.need === need && known.skill === skill ? accept() : refuse(helpExists(help));
  const requested: IncidentEvent = { type: 'HelpRequested', data: { help, need, skill } };
  return { ...accept(requested), take: [ownId(command)] };
};

/** Never released: the id of a request stays taken. */
const ownId = ({ help, request }: RequestHelp): Reservation<IncidentRefusal> => ({
  space: 'client-id',
  key: help,
  holder: request,
  refusal: () => helpExists(help),
});
