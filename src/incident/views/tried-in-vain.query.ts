import type { ReadSession } from '../../platform/database/read-session.js';
import type { ActionKind, Mode } from '../domain/choices.js';

export type Trial = {
  /** The names of the target. */
  readonly same: readonly string[];
  readonly kind: ActionKind;
  readonly incident: string;
  /** Also in other incidents, as far as these are open to the whole organization. */
  readonly elsewhere: boolean;
  /** Of incidents in these modes. */
  readonly modes: readonly Mode[];
};

/** Whether the same was done to the target before, without effect or for the worse. */
export const wasTriedInVain = async (
  reads: ReadSession,
  { same, kind, incident, elsewhere, modes }: Trial,
): Promise<boolean> => {
  const [found] = await reads.query<{ tried: boolean }>(
    `select exists (
        select from bridgelog.actions a
          join bridgelog.incidents i on i.organization = a.organization and i.id = a.incident
          where a.organization = $1 and a.target = any ($2::text[]) and a.kind = $3
            and a.outcome in ('NO_EFFECT', 'MADE_WORSE')
            and (a.incident = $4 or ($5 and not i.restricted))
            and i.mode = any ($6::text[])
      ) as tried`,
    [reads.organization, same, kind, incident, elsewhere, modes],
  );
  return found?.tried ?? false;
};
