import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Stretch } from './stretch.js';

/** Somebody who takes part in an incident, or did. */
export type ParticipantView = {
  readonly member: string;
  readonly participation: string;
  readonly joinedAt: Instant;
  readonly leftAt: Instant | null;
};

const columns = `member, participation, bridgelog.instant(joined_at) as "joinedAt",
  bridgelog.instant(left_at) as "leftAt"`;

/** The participants of an incident in order of their ids, those who left only if asked for. */
export const readParticipants = (
  reads: ReadSession,
  of: { readonly incident: string; readonly all: boolean },
  { beyond, backward, limit }: Stretch<string>,
): Promise<readonly ParticipantView[]> =>
  reads.query(
    `select ${columns} from bridgelog.participants
      where organization = $1 and incident = $2 and ($3 or left_at is null)
        and ($4::text is null or member ${backward ? '<' : '>'} $4)
      order by member ${backward ? 'desc' : 'asc'} limit $5`,
    [reads.organization, of.incident, of.all, beyond, limit],
  );

/** Somebody who takes part in the incident now, if they do. */
export const readParticipant = async (
  reads: ReadSession,
  incident: string,
  member: string,
): Promise<ParticipantView | undefined> => {
  const [found] = await reads.query<ParticipantView>(
    `select ${columns} from bridgelog.participants
      where organization = $1 and incident = $2 and member = $3 and left_at is null`,
    [reads.organization, incident, member],
  );
  return found;
};
