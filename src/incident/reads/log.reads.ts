import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import {
  readAmendments,
  readEntries,
  readLogPage,
  type EntryView,
  type LogFilter,
} from '../views/entries.query.js';

/** Amendments that are shown of one entry: the history of the log has them all. */
const mostAmendments = 50;

type Amendments = DataLoader<string, readonly string[]>;

/** What is read of the logs of incidents. */
@Injectable()
export class LogReads {
  private readonly amendments = new WeakMap<OperationContext, Amendments>();

  /** The entry as it stands now, also after a command of the same operation. */
  async entryNow({ reads }: OperationContext, id: string): Promise<EntryView | null> {
    const [entry] = await readEntries(reads, [id]);
    return entry ?? null;
  }

  /** The latest 50 events that amended an entry, oldest first, by their ids. */
  amendmentsOf(context: OperationContext, entry: string): Promise<readonly string[]> {
    const { reads } = context;
    const loader =
      this.amendments.get(context) ??
      new DataLoader((entries) => loadAmendments(reads, entries), { cache: false });
    this.amendments.set(context, loader);
    return loader.load(entry);
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

const loadAmendments = async (reads: ReadSession, entries: readonly string[]) => {
  const found = Map.groupBy(
    await readAmendments(reads, entries, mostAmendments),
    ({ entry }) => entry,
  );
  return entries.map((entry) => (found.get(entry) ?? []).map(({ id }) => id));
};
