import { Injectable } from '@nestjs/common';
import type { OperationContext } from '../platform/graphql/context.js';
import type { Connection } from '../platform/graphql/connection.js';
import { decodePageCursor, encodePageCursor } from '../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../platform/graphql/page.js';
import { perOperation, rowLoader } from '../platform/graphql/per-operation.js';
import {
  changesById,
  listChanges,
  type ChangeFilter,
  type ChangeView,
} from './views/changes.query.js';

/** What operations read of changes, one query per operation. */
@Injectable()
export class ChangeReads {
  private readonly of = perOperation(({ reads }) =>
    rowLoader(
      (ids) => changesById(reads, ids),
      ({ id }) => id,
      { cache: true },
    ),
  );

  byId(context: OperationContext, id: string): Promise<ChangeView | null> {
    return this.of(context).load(id);
  }

  /** As it stands after a command of the same operation. */
  now(context: OperationContext, id: string): Promise<ChangeView | null> {
    return this.of(context).clear(id).load(id);
  }

  /** Newest first. */
  async list(
    { reads }: OperationContext,
    where: ChangeFilter,
    page: Page,
  ): Promise<Connection<ChangeView>> {
    const { cursor, cursorPath, backward, limit } = page;
    const beyond =
      cursor === undefined
        ? undefined
        : decodePageCursor('changes', cursor, cursorPath, ['string', 'string']);
    const rows = await listChanges(reads, where, { beyond, backward, limit: limit + 1 });
    return connectionFrom(rows, page, ({ startedAt, id }) =>
      encodePageCursor('changes', [startedAt, id]),
    );
  }
}
