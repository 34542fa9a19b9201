import { statusOf } from '../checks/state.js';
import { unresolved } from '../choices.js';
import type { DeclaredIncident } from '../state.js';
import { when } from './trip.js';
import type { Trip } from './trip.js';

/**
 * A check is out of order while nobody has looked at one before it: one that somebody looks at
 * is in good hands, and several people may work on several checks. It is met when a check is
 * begun, and so not by the verdict of one that was started. The subject is the first check that
 * was passed over, however many follow it. Once the response is over, no order is left to keep.
 */
export const checkOutOfOrder = (check: string, incident: DeclaredIncident): readonly Trip[] => {
  const isOver = !unresolved.includes(incident.phase);
  if (isOver || statusOf(incident, check) === 'STARTED') return [];
  const place = incident.checks.findIndex((one) => one.check === check);
  const passedOver = incident.checks.slice(0, place).find(({ status }) => status === 'PENDING');
  return when(passedOver !== undefined, {
    guardrail: 'CHECK_OUT_OF_ORDER',
    subject: passedOver?.check,
  });
};
