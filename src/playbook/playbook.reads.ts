import { Injectable } from '@nestjs/common';
import type { Connection } from '../platform/graphql/connection.js';
import type { OperationContext } from '../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../platform/graphql/page.js';
import { perOperation, rowLoader } from '../platform/graphql/per-operation.js';
import { builtIn, builtInContent } from './built-in.js';
import { builtInName, referenceOf } from './domain/playbook.js';
import {
  listPlaybooks,
  listVersions,
  playbookByName,
  playbooksById,
  versionsByReference,
  type PlaybookVersionView,
  type PlaybookView,
} from './views/playbooks.query.js';

/** A version of a playbook; the built-in one belongs to no organization. */
export type VersionView = Omit<PlaybookVersionView, 'playbook' | 'publishedBy' | 'publishedAt'> & {
  readonly playbook: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: string | null;
};

const builtInVersion: VersionView = {
  reference: referenceOf(builtIn),
  ...{ name: builtIn.name, version: builtIn.version, content: builtInContent },
  ...{ playbook: null, publishedBy: null, publishedAt: null },
};

const cached = { cache: true };

/** What operations read of playbooks: one query per kind of thing and operation. */
@Injectable()
export class PlaybookReads {
  private readonly of = perOperation(({ reads }) => ({
    playbooks: rowLoader(
      (ids) => playbooksById(reads, ids),
      ({ id }) => id,
      cached,
    ),
    versions: rowLoader(
      (references) => versionsByReference(reads, references),
      ({ reference }) => reference,
      cached,
    ),
  }));

  byId(context: OperationContext, id: string): Promise<PlaybookView | null> {
    return this.of(context).playbooks.load(id);
  }

  /** As it stands after a command of the same operation. */
  now(context: OperationContext, id: string): Promise<PlaybookView | null> {
    return this.of(context).playbooks.clear(id).load(id);
  }

  /** By `name@version`, also the built-in one. */
  async version(context: OperationContext, reference: string): Promise<VersionView | null> {
    return reference === builtInVersion.reference
      ? builtInVersion
      : this.of(context).versions.load(reference);
  }

  /** By name; the latest version unless one is said. */
  async named(
    context: OperationContext,
    name: string,
    version?: number,
  ): Promise<VersionView | null> {
    if (version !== undefined) return this.version(context, referenceOf({ name, version }));
    if (name === builtInName) return builtInVersion;
    const playbook = await playbookByName(context.reads, name);
    return playbook ? this.version(context, referenceOf(playbook)) : null;
  }

  /** By name. */
  async list({ reads }: OperationContext, page: Page): Promise<Connection<PlaybookView>> {
    const { cursor, cursorPath, backward, limit } = page;
    const [beyond] =
      cursor === undefined ? [] : decodePageCursor('playbooks', cursor, cursorPath, ['string']);
    const rows = await listPlaybooks(reads, { beyond, backward, limit: limit + 1 });
    return connectionFrom(rows, page, ({ name }) => encodePageCursor('playbooks', [name]));
  }

  /** Latest first. */
  async versions(
    { reads }: OperationContext,
    playbook: string,
    page: Page,
  ): Promise<Connection<PlaybookVersionView>> {
    const { cursor, cursorPath, backward, limit } = page;
    const [beyond] =
      cursor === undefined ? [] : decodePageCursor('versions', cursor, cursorPath, ['number']);
    const rows = await listVersions(reads, playbook, { beyond, backward, limit: limit + 1 });
    return connectionFrom(rows, page, ({ version }) => encodePageCursor('versions', [version]));
  }
}
