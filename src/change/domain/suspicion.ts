import { accept } from '../../kernel/decision.js';
import type { DueTime } from '../../kernel/decision.js';
import type { Instant } from '../../kernel/instant.js';
import type { ChangeRule } from './rule.js';

const ofIncidents = { kind: 'suspects', subject: 'incidents' } as const;

/** From now on, incidents that may come of the change are waited for, until somebody has looked. */
export const lookForIncidents = (at: Instant): DueTime => ({ ...ofIncidents, at });

export type FinishLook = {
  /** The event for which somebody looked: it said when the change began. */
  readonly saidBy: string;
};

/** The incidents were looked for. If its time was said anew since, that is still to do. */
export const finishLook: ChangeRule<FinishLook> = ({ saidBy }, change) =>
  change.status === 'recorded' && change.timeSaidBy !== saidBy
    ? accept()
    : { ...accept(), due: [{ ...ofIncidents, at: null }] };
