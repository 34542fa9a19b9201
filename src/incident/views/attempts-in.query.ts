import type { ReadSession } from '../../platform/database/read-session.js';
import type { ActionKind, ActionOutcome } from '../domain/choices.js';

/** An action that was started, open while it has no outcome. */
export type AttemptView = {
  readonly incident: string;
  readonly target: string;
  readonly kind: ActionKind;
  readonly outcome: ActionOutcome | null;
};

const mostAttempts = 200;

/** What was started in these incidents, open or ended with an outcome, oldest first; of very many the latest. */
export const readAttemptsIn = (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly AttemptView[]> =>
  reads.query(
    `with latest as (
        select incident, target, kind, outcome, started_at, id,
            row_number() over (partition by incident order by started_at desc, id desc) as nth
          from bridgelog.actions
          where organization = $1 and incident = any ($2::text[]) and started_at is not null
            and (status <> 'EXPIRED' or outcome is not null)
      )
      select incident, target, kind, outcome from latest
        where nth <= $3 order by started_at, id`,
    [reads.organization, incidents, mostAttempts],
  );
