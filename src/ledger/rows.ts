import type { Actor, Envelope } from '../kernel/event.js';

/** A row of `events` as it is read: times as text, the payload as canonical text. */
export type EventRow = {
  organization: string;
  position: number;
  recorded_at: string;
  occurred_at: string;
  version: number;
  schema_version: number;
  actor_kind: Actor['kind'];
  stream_type: string;
  stream: string;
  id: string;
  type: string;
  actor: string;
  via: string | null;
  correlation: string | null;
  causation: string | null;
  salt: Buffer | null;
  payload: string | null;
};

/** The columns of `EventRow`, for a table alias `e`. */
export const eventColumns = `e.organization, e.position, bridgelog.instant(e.recorded_at) as recorded_at,
  bridgelog.instant(e.occurred_at) as occurred_at, e.version, e.schema_version, e.actor_kind,
  e.stream_type, e.stream, e.id, e.type, e.actor, e.via, e.correlation, e.causation, e.salt,
  e.payload`;

export const envelopeOf = (row: EventRow): Envelope => ({
  id: row.id,
  type: row.type,
  schemaVersion: row.schema_version,
  organization: row.organization,
  streamType: row.stream_type,
  streamId: row.stream,
  version: row.version,
  position: row.position,
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
  actor: { kind: row.actor_kind, id: row.actor },
  via: row.via,
  correlationId: row.correlation,
  causationId: row.causation,
});
