import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { plusSeconds } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import { clockDue } from '../clocks/follow-clocks.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule, PlaybookFacts } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import type { FollowUp, FollowUpFacts } from './follow-up.js';
import { followUpClock } from './reminder.js';

export type RaiseFollowUpOverdue = { readonly followUp: string };

/**
 * For the policy, when a follow-up should be done: one that was completed, put off or reminded of
 * already is left alone. In every phase: follow-ups outlive the response.
 */
export const raiseFollowUpOverdue: IncidentRule<
  RaiseFollowUpOverdue,
  Facts & FollowUpFacts & PlaybookFacts
> = ({ followUp }, incident, { known, now, playbook }) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const clock = followUpClock(followUp);
  const cause = known && causeOf(known, incident);
  const minutes = playbook.clocks.FOLLOW_UP_OVERDUE[incident.severity];
  if (cause === undefined || minutes === null) return { ...accept(), due: [clockDue(clock, null)] };
  const at = plusSeconds(cause, minutes * 60);
  if (at > now) return { ...accept(), due: [clockDue(clock, at)] };
  return {
    ...accept({
      type: 'NudgeRaised',
      data: { nudge: 'FOLLOW_UP_OVERDUE', about: followUp, causedBy: `due ${cause}` },
    }),
    due: [clockDue(clock, null)],
  };
};

/** The time by which it should be done, if somebody is to be reminded of it. */
const causeOf = (
  { words, completion, isReminded }: FollowUp,
  { mode }: DeclaredIncident,
): Instant | undefined =>
  completion === undefined && !isReminded && mode !== 'RETROSPECTIVE' ? words.dueAt : undefined;
