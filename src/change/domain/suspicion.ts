import { accept } from '../../kernel/decision.js';
import type { DueTime } from '../../kernel/decision.js';
import type { Instant } from '../../kernel/instant.js';
import type { ChangeRule } from './rule.js';

const ofIncidents = { kind: 'suspects', subject: 'incidents' } as const;

/** From now on, incidents that may come of the change are waited for, until somebody has looked. */
export const lookForIncidents = (at: Instant): DueTime => ({ ...ofIncidents, at });

export type FinishLook = {
  /** When the change began, as whoever looked knew it. */
  readonly startedAt: Instant;
};

/** The incidents were looked for. If the change has another time by now, that is still to do. */
export const finishLook: ChangeRule<FinishLook> = ({ startedAt }, change) =>
  change.status === 'recorded' && change.words.startedAt !== startedAt
    ? accept()
    : { ...accept(), due: [{ ...ofIncidents, at: null }] };
