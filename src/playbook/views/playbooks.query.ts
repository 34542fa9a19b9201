import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { PlaybookContent, PlaybookRule } from '../domain/events.js';

/** A playbook of the organization as it stands. */
export type PlaybookView = {
  readonly id: string;
  readonly name: string;
  /** The latest. */
  readonly version: number;
  readonly isRetired: boolean;
  readonly appliesTo: readonly PlaybookRule[];
};

export type PlaybookVersionView = {
  /** `name@version` */
  readonly reference: string;
  readonly playbook: string;
  readonly name: string;
  readonly version: number;
  readonly content: PlaybookContent;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
};

/** A stretch of a list: what comes beyond a key, in one direction. */
export type Stretch<K> = {
  readonly beyond: K | undefined;
  readonly backward: boolean;
  readonly limit: number;
};

const playbooks = `select id, name, version, retired as "isRetired", applies_to as "appliesTo"
  from bridgelog.playbooks where organization = $1`;

export const playbooksById = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly PlaybookView[]> =>
  reads.query(`${playbooks} and id = any ($2::text[])`, [reads.organization, ids]);

export const playbookByName = async (
  reads: ReadSession,
  name: string,
): Promise<PlaybookView | undefined> =>
  (await reads.query<PlaybookView>(`${playbooks} and name = $2`, [reads.organization, name]))[0];

/** Those that may be chosen: not retired, and for some incidents. */
export const choosable = (reads: ReadSession): Promise<readonly PlaybookView[]> =>
  reads.query(`${playbooks} and not retired and jsonb_array_length(applies_to) > 0 order by name`, [
    reads.organization,
  ]);

/** By name. */
export const listPlaybooks = (
  reads: ReadSession,
  { beyond, backward, limit }: Stretch<string>,
): Promise<readonly PlaybookView[]> =>
  reads.query(
    `${playbooks} and ($2::text is null or name ${backward ? '<' : '>'} $2)
      order by name ${backward ? 'desc' : 'asc'} limit $3`,
    [reads.organization, beyond, limit],
  );

const versions = `select id as reference, playbook, name, version, content,
    published_by as "publishedBy", bridgelog.instant(published_at) as "publishedAt"
  from bridgelog.playbook_versions where organization = $1`;

export const versionsByReference = (
  reads: ReadSession,
  references: readonly string[],
): Promise<readonly PlaybookVersionView[]> =>
  reads.query(`${versions} and id = any ($2::text[])`, [reads.organization, references]);

/** Latest first. */
export const listVersions = (
  reads: ReadSession,
  playbook: string,
  { beyond, backward, limit }: Stretch<number>,
): Promise<readonly PlaybookVersionView[]> =>
  reads.query(
    `${versions} and playbook = $2 and ($3::int is null or version ${backward ? '>' : '<'} $3)
      order by version ${backward ? 'asc' : 'desc'} limit $4`,
    [reads.organization, playbook, beyond, limit],
  );

/** What people call a playbook: its name. */
export const playbookNames = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map((await playbooksById(reads, ids)).map(({ id, name }) => [id, name]));
