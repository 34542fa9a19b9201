import { Injectable } from '@nestjs/common';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { listLoader, perOperation, rowLoader } from '../../platform/graphql/per-operation.js';
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

/** What is read of updates, one query per kind of thing and operation. */
@Injectable()
export class CommunicationReads {
  private readonly of = perOperation(({ reads }) => ({
    updates: rowLoader(
      (ids) => readUpdates(reads, ids),
      ({ id }) => id,
    ),
    statuses: rowLoader((incidents) => readPublicStatuses(reads, incidents), incidentOf),
    components: listLoader((incidents) => readComponents(reads, incidents), incidentOf),
  }));

  /** As it stands, also after a command of the same operation. */
  updateNow(context: OperationContext, id: string): Promise<UpdateView | null> {
    return this.of(context).updates.load(id);
  }

  async publicStatus(context: OperationContext, incident: string): Promise<PublicStatus | null> {
    const found = await this.of(context).statuses.load(incident);
    return found?.status ?? null;
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
}

const incidentOf = ({ incident }: { readonly incident: string }): string => incident;
