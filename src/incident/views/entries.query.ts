import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { folded } from './words.js';

/** An entry of an incident's log as it stands. */
export type EntryView = {
  /** Of the event that it is. */
  readonly id: string;
  readonly incident: string;
  readonly version: number;
  /** As amended. */
  readonly occurredAt: Instant;
  readonly amendedText: string | null;
  /** The events of its latest amendment, and of its strike. */
  readonly amendedBy: string | null;
  readonly struckBy: string | null;
  readonly pinned: boolean;
};

const columns = `id, incident, version, bridgelog.instant(occurred_at) as "occurredAt",
  amended_text as "amendedText", amended_by as "amendedBy", struck_by as "struckBy", pinned`;

/** The entries with these ids, in any order. */
export const readEntries = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly EntryView[]> =>
  reads.query(
    `select ${columns} from bridgelog.entries
      where organization = $1 and id = any ($2::text[])`,
    [reads.organization, ids],
  );

/** The ids of the latest `limit` amendments of each of these entries, in order. */
export const readAmendments = (
  reads: ReadSession,
  entries: readonly string[],
  limit: number,
): Promise<readonly { readonly id: string; readonly entry: string }[]> =>
  reads.query(
    `select id, entry from unnest($2::text[]) asked(entry)
      cross join lateral (
        select id, version from bridgelog.entries
          where organization = $1 and corrects = entry and type = 'EntryAmended'
          order by version desc limit $3
      ) amendment
      order by version`,
    [reads.organization, entries, limit],
  );

/** What a page of a log shows; what is absent is not asked for. */
export type LogFilter = {
  readonly view: 'CURRENT' | 'HISTORY';
  readonly search?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly types?: readonly string[] | undefined;
};

/** The place of an entry in either view; the history goes by the version alone. */
export type LogPlace = readonly [occurredAt: Instant, version: number];

export type LogPage = {
  readonly incident: string;
  readonly where: LogFilter;
  readonly beyond: LogPlace | undefined;
  readonly backward: boolean;
  readonly limit: number;
};

const views = {
  CURRENT: {
    shown: 'struck_by is null and corrects is null',
    words: "concat_ws(' ', coalesce(amended_words, words), fixed_words)",
    place: ['occurred_at', 'version'],
    beyond: '$3::timestamptz, $4::integer',
  },
  HISTORY: {
    shown: 'true',
    words: "concat_ws(' ', words, fixed_words)",
    place: ['version'],
    beyond: '$4::integer',
  },
} as const;

/** Current: as amended, in order of time. History: all that was recorded, in order of recording. */
export const readLogPage = (
  reads: ReadSession,
  { incident, where, beyond, backward, limit }: LogPage,
): Promise<readonly EntryView[]> => {
  const view = views[where.view];
  return reads.query(
    `select ${columns} from bridgelog.entries
      where organization = $1 and incident = $2 and ${view.shown}
        and ($3::timestamptz is null or (${view.place.join()}) ${backward ? '<' : '>'} (${view.beyond}))
        and ($5::text[] is null or type = any ($5))
        and ($6::boolean is null or pinned = $6)
        and ($7::text[] is null or ${view.words} like all ($7))
      order by ${view.place.map((column) => `${column} ${backward ? 'desc' : 'asc'}`).join()}
      limit $8`,
    [
      reads.organization,
      incident,
      beyond?.[0],
      beyond?.[1],
      where.types,
      where.pinned,
      where.search === undefined ? undefined : patternsOf(where.search),
      limit,
    ],
  );
};

/** A pattern for each word: all have to occur, whole or as a part of another. */
const patternsOf = (search: string): readonly string[] =>
  folded(search)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`);
