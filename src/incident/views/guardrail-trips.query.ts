import type { Facts } from '../../kernel/decision.js';
import { plusSeconds } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';

const limitSeconds = 300;

/** What the actor has met of late in the incident, when it happened as now: within five minutes. */
export const tripsOfLate = (
  reads: ReadSession,
  incident: string,
  { actor, occurredAt }: Pick<Facts, 'actor' | 'occurredAt'>,
): Promise<readonly { readonly guardrail: string; readonly subject: string | null }[]> =>
  reads.query(
    `select distinct guardrail, subject from bridgelog.guardrail_trips
      where organization = $1 and incident = $2 and actor = $3 and kind <> 'OVERRIDDEN'
        and at > $4 and at < $5`,
    [
      reads.organization,
      incident,
      actor.id,
      plusSeconds(occurredAt, -limitSeconds),
      plusSeconds(occurredAt, limitSeconds),
    ],
  );
