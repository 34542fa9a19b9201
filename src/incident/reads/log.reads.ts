import { Injectable } from '@nestjs/common';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { listLoader, perOperation } from '../../platform/graphql/per-operation.js';
import {
  readAmendments,
  readEntries,
  readLogPage,
  type EntryView,
  type LogFilter,
} from '../views/entries.query.js';

/** Amendments that are shown of one entry: the history of the log has them all. */
const mostAmendments = 50;

/** What is read of the logs of incidents. */
@Injectable()
export class LogReads {
  private readonly amendments = perOperation(({ reads }) =>
    listLoader(
      (entries) => readAmendments(reads, entries, mostAmendments),
      ({ entry }) => entry,
    ),
  );

  /** The entry as it stands now, also after a command of the same operation. */
  async entryNow({ reads }: OperationContext, id: string): Promise<EntryView | null> {
    const [entry] = await readEntries(reads, [id]);
    return entry ?? null;
  }

  /** The latest 50 events that amended an entry, oldest first, by their ids. */
  async amendmentsOf(context: OperationContext, entry: string): Promise<readonly string[]> {
    return (await this.amendments(context).load(entry)).map(({ id }) => id);
  }

  async page(
    { reads }: OperationContext,
    incident: string,
    where: LogFilter,
    page: Page,
  ): Promise<Connection<EntryView>> {
    const kind = `log ${where.view} ${incident}`;
    const beyond =
      page.cursor === undefined
        ? undefined
        : decodePageCursor(kind, page.cursor, page.cursorPath, ['string', 'number']);
    const { backward } = page;
    const rows = await readLogPage(reads, {
      ...{ incident, where, beyond, backward },
      limit: page.limit + 1,
    });
    return connectionFrom(rows, page, ({ occurredAt, version }) =>
      encodePageCursor(kind, [occurredAt, version]),
    );
  }
}
