import type { IncidentEvent } from '../events.js';
import type { Participation } from './choices.js';

export type ParticipationFacts = {
  /**
   * How the person whom the command is about takes part; absent if they do not. Strict: the
   * version of the incident backs it.
   */
  readonly participation?: Participation | undefined;
};

/** Makes a responder of somebody who is none: whoever commands or has a role takes part. */
export const joining = (member: string, { participation }: ParticipationFacts): IncidentEvent[] =>
  participation === 'RESPONDER'
    ? []
    : [{ type: 'ResponderJoined', data: { member, as: 'RESPONDER' } }];
