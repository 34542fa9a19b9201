import type pg from 'pg';
import type { StoredEvent } from '../kernel/event.js';
import { withinOrganization } from '../platform/database/organization-scope.js';
import type { GroupResult, Group } from './group.js';
import type { PayloadCodec } from './payload-codec.js';
import { envelopeOf, eventColumns, type EventRow } from './rows.js';

/** Reads events of one organization, as the application's role. */
export class EventReader {
  constructor(
    private readonly pool: pg.Pool,
    private readonly codec: PayloadCodec,
  ) {}

  /** Versions `from` to `to` of a stream, both included. */
  stream(
    organization: string,
    streamId: string,
    from: number,
    to: number,
  ): Promise<readonly StoredEvent[]> {
    if (to < from) return Promise.resolve([]);
    return this.read(
      organization,
      `select ${eventColumns} from bridgelog.events e
        where e.organization = $1 and e.stream = $2 and e.version between $3 and $4
        order by e.version`,
      [organization, streamId, from, to],
    );
  }

  /** Positions `from` to `to` of the organization's ledger, both included. */
  ledger(organization: string, from: number, to: number): Promise<readonly StoredEvent[]> {
    if (to < from) return Promise.resolve([]);
    return this.read(
      organization,
      `select ${eventColumns} from bridgelog.events e
        where e.organization = $1 and e.position between $2 and $3 order by e.position`,
      [organization, from, to],
    );
  }

  /** The event with this id, if the organization has it. */
  async byId(organization: string, id: string): Promise<StoredEvent | undefined> {
    const found = await this.read(
      organization,
      `select ${eventColumns} from bridgelog.events e where e.organization = $1 and e.id = $2`,
      [organization, id],
    );
    return found[0];
  }

  /** The events of stored rows, personal fields opened. */
  decode(rows: readonly EventRow[]): Promise<readonly StoredEvent[]> {
    return Promise.all(
      rows.map(async (row) => ({
        ...envelopeOf(row),
        data:
          row.payload === null
            ? {}
            : await this.codec.decode(row.organization, row.id, row.payload),
      })),
    );
  }

  /** The results of those groups whose first event is stored: their append had succeeded. */
  async recall(groups: readonly Group[]): Promise<ReadonlyMap<Group, GroupResult>> {
    const known = new Map<Group, GroupResult>();
    for (const group of groups) {
      const events = group.items.flatMap((item) => item.events);
      const place = events[0] && (await this.placeOf(group.organization, events[0].id));
      if (!place) continue;
      known.set(group, {
        verdict: 'appended',
        firstPosition: place.position,
        lastPosition: place.position + events.length - 1,
        recordedAt: place.recorded_at,
      });
    }
    return known;
  }

  private async placeOf(organization: string, id: string) {
    const { rows } = await withinOrganization(this.pool, organization, (client) =>
      client.query<Pick<EventRow, 'position' | 'recorded_at'>>(
        `select position, bridgelog.instant(recorded_at) as recorded_at from bridgelog.events
          where organization = $1 and id = $2`,
        [organization, id],
      ),
    );
    return rows[0];
  }

  private async read(
    organization: string,
    text: string,
    values: unknown[],
  ): Promise<readonly StoredEvent[]> {
    const { rows } = await withinOrganization(this.pool, organization, (client) =>
      client.query<EventRow>(text, values),
    );
    return this.decode(rows);
  }
}
