import type { Facts } from '../../kernel/decision.js';
import { plusSeconds } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Guardrail } from '../domain/choices.js';

type Tripped = {
  readonly guardrail: Guardrail;
  readonly subject: string | undefined;
  /** Whether it stopped them. */
  readonly blocked: boolean;
};

const limitSeconds = 300;

/** What the actor has tripped of late in the incident, when it happened as now: within five minutes. */
export const tripsOfLate = async (
  reads: ReadSession,
  incident: string,
  { actor, occurredAt }: Pick<Facts, 'actor' | 'occurredAt'>,
): Promise<readonly Tripped[]> => {
  const rows = await reads.query<Row>(
    `select distinct guardrail, subject, kind = 'BLOCKED' as blocked
        from bridgelog.guardrail_trips
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
  return rows.map(({ subject, ...row }) => ({ ...row, subject: subject ?? undefined }));
};

type Row = Omit<Tripped, 'subject'> & { readonly subject: string | null };
