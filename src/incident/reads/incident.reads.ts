import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '../../kernel/event.js';
import {
  readEventsById,
  readStates,
  readStreamPage,
  type StateRow,
} from '../../ledger/event-queries.js';
import { Ledger } from '../../ledger/ledger.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { listLoader, perOperation, rowLoader } from '../../platform/graphql/per-operation.js';
import type { Mode, Phase, Severity } from '../domain/choices.js';
import type { Incident } from '../domain/incident.js';
import { viewOf, type IncidentView } from '../incident.view.js';
import { readActionsIn } from '../views/action-lists.query.js';
import { readActions, type ActionView } from '../views/actions.query.js';

/** Which incidents a list shows; what is absent is not asked for. */
export type IncidentFilter = {
  readonly phase?: readonly Phase[] | null | undefined;
  readonly severity?: readonly Severity[] | null | undefined;
  readonly mode?: readonly Mode[] | null | undefined;
  readonly commander?: string | null | undefined;
  /** Incidents that have all of these. */
  readonly label?: readonly string[] | null | undefined;
  /** Merged into this one. */
  readonly mergedInto?: string;
};

const idOf = ({ id }: { readonly id: string }): string => id;
const cached = { cache: true };

/** What is read of incidents, one query per kind of thing and operation. */
@Injectable()
export class IncidentReads {
  private readonly of = perOperation(({ reads }) => ({
    incidents: rowLoader((ids) => readViews(reads, ids), idOf, cached),
    events: rowLoader((ids) => this.readEvents(reads, ids), idOf, cached),
    actions: rowLoader((ids) => readActions(reads, ids), idOf, cached),
    openActions: listLoader(
      (incidents) => readActionsIn(reads, incidents, ['STARTED']),
      ({ incident }) => incident,
    ),
  }));

  constructor(private readonly ledger: Ledger) {}

  byId(context: OperationContext, id: string): Promise<IncidentView | null> {
    return this.of(context).incidents.load(id);
  }

  event(context: OperationContext, id: string): Promise<StoredEvent | null> {
    return this.of(context).events.load(id);
  }

  action(context: OperationContext, id: string): Promise<ActionView | null> {
    return this.of(context).actions.load(id);
  }

  /** As it stands after a command of the same operation. */
  actionNow(context: OperationContext, id: string): Promise<ActionView | null> {
    return this.of(context).actions.clear(id).load(id);
  }

  /** Oldest first, as they stand after a command of the same operation. */
  openActions(context: OperationContext, incident: string): Promise<readonly ActionView[]> {
    return this.of(context).openActions.load(incident);
  }

  async byReference(context: OperationContext, reference: string): Promise<IncidentView | null> {
    const { reads } = context;
    const [row] = await reads.query<Listed>(
      `select id, number from bridgelog.incidents where organization = $1 and reference = $2`,
      [reads.organization, reference],
    );
    return row ? this.byId(context, row.id) : null;
  }

  /** Newest first. */
  async list(
    context: OperationContext,
    where: IncidentFilter,
    page: Page,
  ): Promise<Connection<IncidentView>> {
    const { reads } = context;
    const [beyond] =
      page.cursor === undefined
        ? [page.backward ? 0 : Number.MAX_SAFE_INTEGER]
        : decodePageCursor('incidents', page.cursor, page.cursorPath, ['number']);
    const rows = await reads.query<Listed>(
      `select id, number from bridgelog.incidents
        where organization = $1 and number ${page.backward ? '>' : '<'} $2
          and ($3::text[] is null or phase = any ($3))
          and ($4::text[] is null or severity = any ($4))
          and ($5::text is null or commander = $5)
          and ($6::text[] is null or mode = any ($6))
          and ($7::text[] is null or labels @> $7)
          and ($9::text is null or merged_into = $9)
        order by number ${page.backward ? 'asc' : 'desc'} limit $8`,
      [
        ...[reads.organization, beyond, where.phase, where.severity, where.commander],
        ...[where.mode, where.label?.map((label) => label.toLowerCase()), page.limit + 1],
        where.mergedInto,
      ],
    );
    const views = await Promise.all(rows.map(({ id }) => this.byId(context, id)));
    const found = views.filter((view) => view !== null);
    return connectionFrom(found, page, ({ number }) => encodePageCursor('incidents', [number]));
  }

  /** In order of position. */
  async timeline(
    { reads }: OperationContext,
    incident: string,
    page: Page,
  ): Promise<Connection<StoredEvent>> {
    const kind = `timeline ${incident}`;
    const rows = await readStreamPage(reads, {
      organization: reads.organization,
      streamId: incident,
      beyond:
        page.cursor === undefined
          ? undefined
          : decodePageCursor(kind, page.cursor, page.cursorPath, ['number'])[0],
      backward: page.backward,
      limit: page.limit + 1,
    });
    const events = await this.ledger.reader.decode(rows);
    return connectionFrom(events, page, ({ version }) => encodePageCursor(kind, [version]));
  }

  private async readEvents(reads: ReadSession, ids: readonly string[]) {
    return this.ledger.reader.decode(await readEventsById(reads, reads.organization, ids));
  }
}

type Listed = { readonly id: string; readonly number: number };

const asView = ({ id, version, state }: StateRow): IncidentView | null =>
  viewOf(id, version, JSON.parse(state) as Incident);

const readViews = async (reads: ReadSession, ids: readonly string[]) => {
  const incidents = ids.filter((id) => id.startsWith('inc_'));
  const rows = await readStates(reads, reads.organization, incidents);
  return rows.map(asView).filter((view) => view !== null);
};
