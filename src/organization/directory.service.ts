import { Injectable } from '@nestjs/common';
import { readEpoch } from '../ledger/event-queries.js';
import { Directory } from '../platform/access/directory.js';
import type { ReadSession } from '../platform/database/read-session.js';

/** The names of things of one kind, by id. Ids without a name are left out. */
export type NameSource = (
  reads: ReadSession,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

const namesIn =
  (table: 'members' | 'integrations' | 'tokens'): NameSource =>
  async (reads, ids) => {
    const rows = await reads.query<{ id: string; name: string }>(
      `select id, name from bridgelog.${table}
        where organization = $1 and id = any ($2::text[])`,
      [reads.organization, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  };

/** Knows the names of members, integrations and tokens, and of what other features register. */
@Injectable()
export class DirectoryService extends Directory {
  private readonly sources = new Map<string, NameSource>([
    ['mem', namesIn('members')],
    ['int', namesIn('integrations')],
    ['tok', namesIn('tokens')],
  ]);

  /** Teaches it the names of ids that start with `<prefix>_`. */
  register(prefix: string, source: NameSource): void {
    if (this.sources.has(prefix)) throw new Error(`Two sources of names for the prefix ${prefix}`);
    this.sources.set(prefix, source);
  }

  async namesOf(reads: ReadSession, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const [prefix, members = []] of Object.entries(Object.groupBy(ids, prefixOf))) {
      const found = await this.sources.get(prefix)?.(reads, members);
      for (const [id, name] of found ?? []) names.set(id, name);
    }
    return names;
  }

  epochOf(reads: ReadSession): Promise<number> {
    return readEpoch(reads, reads.organization);
  }
}

const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('_')));
