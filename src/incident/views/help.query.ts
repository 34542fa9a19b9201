import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { HelpState } from '../domain/help/choices.js';
import { excerpt } from '../domain/wording.js';
import { actorOf } from '../../kernel/actor-of.js';

/** A request for help as it stands. */
export type HelpView = {
  readonly id: string;
  readonly incident: string;
  /** Its place among the requests of its incident: the version of the incident. */
  readonly nth: number;
  readonly state: HelpState;
  readonly need: string;
  readonly skill: string | null;
  readonly requestedBy: Actor;
  readonly requestedAt: Instant;
  readonly helper: Actor | null;
  readonly party: string | null;
  readonly contact: string | null;
  readonly engagedAt: Instant | null;
  readonly releasedAt: Instant | null;
  readonly remark: string | null;
};

type Row = Omit<HelpView, 'requestedBy' | 'helper'> & {
  readonly requestedBy: string;
  readonly helper: string | null;
};

/** A stretch of the help of an incident: what is over stands after what is not. */
export type HelpStretch = {
  readonly states: readonly HelpState[] | undefined;
  /** Whether it is over (0 or 1), and its place among the requests. */
  readonly beyond: readonly [number, number];
  readonly backward: boolean;
  readonly limit: number;
};

const selected = `select id, incident, nth, state, need, skill, requested_by as "requestedBy",
    bridgelog.instant(requested_at) as "requestedAt", helper, party, contact,
    bridgelog.instant(engaged_at) as "engagedAt", bridgelog.instant(released_at) as "releasedAt",
    remark
  from bridgelog.help where organization = $1`;

/** The requests with these ids, in any order. */
export const readHelp = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly HelpView[]> =>
  (await reads.query<Row>(`${selected} and id = any ($2::text[])`, [reads.organization, ids])).map(
    viewOf,
  );

export const readHelpPage = async (
  reads: ReadSession,
  incident: string,
  { states, beyond, backward, limit }: HelpStretch,
): Promise<readonly HelpView[]> => {
  const order = backward ? 'desc' : 'asc';
  const rows = await reads.query<Row>(
    `${selected} and incident = $2 and ($3::text[] is null or state = any ($3))
        and ((state = 'RELEASED')::int, nth) ${backward ? '<' : '>'} ($4::int, $5::int)
      order by (state = 'RELEASED')::int ${order}, nth ${order} limit $6`,
    [reads.organization, incident, states, ...beyond, limit],
  );
  return rows.map(viewOf);
};

/** Whether a member is engaged in an incident for another request than this one. */
export const helpsOtherwise = async (
  reads: ReadSession,
  { incident, helper, id }: Pick<HelpView, 'incident' | 'id'> & { readonly helper: string },
): Promise<boolean> => {
  const rows = await reads.query(
    `select from bridgelog.help
      where organization = $1 and incident = $2 and helper = $3 and state = 'ENGAGED' and id <> $4
      limit 1`,
    [reads.organization, incident, helper, id],
  );
  return rows.length > 0;
};

/** What people call a request: "the help with: slow queries". */
export const readHelpNames = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await reads.query<Pick<HelpView, 'id' | 'need'>>(
    'select id, need from bridgelog.help where organization = $1 and id = any ($2::text[])',
    [reads.organization, ids],
  );
  return new Map(rows.map(({ id, need }) => [id, `the help with: ${excerpt(need, 80)}`]));
};

const viewOf = (row: Row): HelpView => ({
  ...row,
  requestedBy: actorOf(row.requestedBy),
  helper: row.helper === null ? null : actorOf(row.helper),
});
