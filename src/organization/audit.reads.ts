import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '../kernel/event.js';
import { readAuditPage, type AuditFilter } from '../ledger/audit-queries.js';
import { Ledger } from '../ledger/ledger.js';
import type { Connection } from '../platform/graphql/connection.js';
import type { OperationContext } from '../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../platform/graphql/page.js';

/** What was done to the organization: by whom, when, and by which token. */
@Injectable()
export class AuditReads {
  constructor(private readonly ledger: Ledger) {}

  /** Newest first. */
  async page(
    { reads }: OperationContext,
    where: AuditFilter,
    page: Page,
  ): Promise<Connection<StoredEvent>> {
    const kind = 'audit-log';
    const beyond =
      page.cursor === undefined
        ? undefined
        : decodePageCursor(kind, page.cursor, page.cursorPath, ['string', 'number']);
    const { backward, limit } = page;
    const rows = await readAuditPage(reads, where, { beyond, backward, limit: limit + 1 });
    const events = await this.ledger.reader.decode(rows);
    return connectionFrom(events, page, ({ recordedAt, position }) =>
      encodePageCursor(kind, [recordedAt, position]),
    );
  }
}
