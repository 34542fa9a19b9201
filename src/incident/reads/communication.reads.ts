import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import type { PublicStatus } from '../domain/communication/choices.js';
import {
  readComponents,
  readPublicStatuses,
  type ComponentView,
} from '../views/public-status.query.js';
import {
  readUpdates,
  readUpdatesOf,
  type UpdatesWanted,
  type UpdateView,
} from '../views/updates.query.js';

type Loaders = {
  readonly updates: DataLoader<string, UpdateView | null>;
  readonly statuses: DataLoader<string, PublicStatus | null>;
  readonly components: DataLoader<string, readonly ComponentView[]>;
};

/** What is read of updates, one query per kind of thing and operation. */
@Injectable()
export class CommunicationReads {
  private readonly loaders = new WeakMap<OperationContext, Loaders>();

  /** As it stands, also after a command of the same operation. */
  updateNow(context: OperationContext, id: string): Promise<UpdateView | null> {
    return this.of(context).updates.load(id);
  }

  publicStatus(context: OperationContext, incident: string): Promise<PublicStatus | null> {
    return this.of(context).statuses.load(incident);
  }

  components(context: OperationContext, incident: string): Promise<readonly ComponentView[]> {
    return this.of(context).components.load(incident);
  }

  /** Newest first. */
  async list(
    { reads }: OperationContext,
    wanted: Pick<UpdatesWanted, 'incident' | 'audience' | 'includeRetracted'>,
    page: Page,
  ): Promise<Connection<UpdateView>> {
    const kind = `updates ${wanted.incident}`;
    const [beyond] =
      page.cursor === undefined
        ? [page.backward ? 0 : Number.MAX_SAFE_INTEGER]
        : decodePageCursor(kind, page.cursor, page.cursorPath, ['number']);
    const rows = await readUpdatesOf(reads, {
      ...wanted,
      beyond,
      oldestFirst: page.backward,
      limit: page.limit + 1,
    });
    return connectionFrom(rows, page, ({ version }) => encodePageCursor(kind, [version]));
  }

  private of(context: OperationContext): Loaders {
    const known = this.loaders.get(context);
    if (known) return known;
    const { reads } = context;
    const uncached = { cache: false };
    const loaders: Loaders = {
      updates: new DataLoader((ids) => loadUpdates(reads, ids), uncached),
      statuses: new DataLoader((incidents) => loadStatuses(reads, incidents), uncached),
      components: new DataLoader((incidents) => loadComponents(reads, incidents), uncached),
    };
    this.loaders.set(context, loaders);
    return loaders;
  }
}

const loadUpdates = async (reads: ReadSession, ids: readonly string[]) => {
  const byId = new Map((await readUpdates(reads, ids)).map((one) => [one.id, one]));
  return ids.map((id) => byId.get(id) ?? null);
};

const loadStatuses = async (reads: ReadSession, incidents: readonly string[]) => {
  const rows = await readPublicStatuses(reads, incidents);
  const byIncident = new Map(rows.map(({ incident, status }) => [incident, status]));
  return incidents.map((incident) => byIncident.get(incident) ?? null);
};

const loadComponents = async (reads: ReadSession, incidents: readonly string[]) => {
  const found = Map.groupBy(await readComponents(reads, incidents), ({ incident }) => incident);
  return incidents.map((incident) => found.get(incident) ?? []);
};
