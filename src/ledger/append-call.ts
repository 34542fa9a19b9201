import type { Group, GroupResult } from './group.js';

/** A call of `bridgelog.append` in SQL: one array per parameter, in the function's order. */
export const appendCall = (groups: readonly Group[]) => ({
  name: 'bridgelog-append',
  text: `select * from bridgelog.append(${Array.from({ length: 44 }, (_, i) => `$${i + 1}`).join(', ')})`,
  values: [
    ...groupColumns(groups),
    ...itemColumns(groups),
    ...eventColumns(groups),
    ...rowColumns(groups),
    ...reservationColumns(groups),
    ...dueColumns(groups),
  ],
});

/** Every `part` of every group with the group's number, from 1. */
const numbered = <T>(groups: readonly Group[], part: (group: Group) => readonly T[]) =>
  groups.flatMap((group, index) => part(group).map((value) => ({ group: index + 1, value })));

const count = (group: Group): number =>
  group.items.reduce((sum, item) => sum + item.events.length, 0);

const groupColumns = (groups: readonly Group[]): unknown[][] => [
  groups.map((group) => group.organization),
  groups.map((group) => group.key?.scope),
  groups.map((group) => group.key?.key),
  groups.map((group) => group.key?.requestHash),
  groups.map(count),
  firstItems(groups),
];

/** Where the items of each group begin, from 1. */
const firstItems = (groups: readonly Group[]): number[] => {
  let next = 1;
  return groups.map((group) => (next += group.items.length) - group.items.length);
};

const itemColumns = (groups: readonly Group[]): unknown[][] => {
  const items = numbered(groups, (group) => group.items);
  return [
    items.map(({ group }) => group),
    items.map(({ value }) => value.streamId),
    items.map(({ value }) => value.streamType),
    items.map(({ value }) => value.expectedVersion),
    items.map(({ value }) => value.events.length),
    items.map(({ value }) => value.state),
  ];
};

const eventColumns = (groups: readonly Group[]): unknown[][] => {
  const events = numbered(groups, (group) =>
    group.items
      .flatMap((item) =>
        item.events.map((event, index) => ({
          ...event,
          streamId: item.streamId,
          streamType: item.streamType,
          version: item.expectedVersion + index + 1,
        })),
      )
      .map((event, index) => ({ ...event, nth: index + 1 })),
  );
  const column = (pick: (event: (typeof events)[number]['value']) => unknown): unknown[] =>
    events.map(({ value }) => pick(value));
  return [
    events.map(({ group }) => group),
    column((event) => event.nth),
    column((event) => event.streamId),
    column((event) => event.streamType),
    column((event) => event.version),
    column((event) => event.id),
    column((event) => event.type),
    column((event) => event.schemaVersion),
    column((event) => event.occurredAt),
    column((event) => event.actor.kind),
    column((event) => event.actor.id),
    column((event) => event.via),
    column((event) => event.correlationId),
    column((event) => event.causationId),
    column((event) => event.salt),
    column((event) => event.payload),
  ];
};

const rowColumns = (groups: readonly Group[]): unknown[][] => {
  const rows = numbered(groups, (group) => group.rows ?? []);
  return [
    rows.map(({ group }) => group),
    rows.map(({ value }) => value.table),
    rows.map(({ value }) => value.id),
    rows.map(({ value }) => JSON.stringify(value.columns)),
  ];
};

const reservationColumns = (groups: readonly Group[]): unknown[][] => {
  const changes = numbered(groups, (group) => group.reservations ?? []);
  return [
    changes.map(({ group }) => group),
    changes.map(({ value }) => value.op),
    changes.map(({ value }) => value.space),
    changes.map(({ value }) => value.key),
    changes.map(({ value }) => value.holder),
    changes.map(({ value }) => value.streamId),
  ];
};

const dueColumns = (groups: readonly Group[]): unknown[][] => {
  const changes = numbered(groups, (group) => group.due ?? []);
  return [
    changes.map(({ group }) => group),
    changes.map(({ value }) => value.streamId),
    changes.map(({ value }) => value.kind),
    changes.map(({ value }) => value.subject),
    changes.map(({ value }) => value.at),
    changes.map(({ value }) => value.cause),
  ];
};

/** A row of `bridgelog.append_result`. */
export type AppendRow = {
  verdict: GroupResult['verdict'];
  first_position: number;
  last_position: number;
  recorded_at: string;
  read_at: string;
  subject: string;
  actual: number;
  held_key: string;
  held_by: string;
  key_stream: string;
  key_first_version: number;
  key_last_version: number;
};

/** What SQL said of a group, in the ledger's words. */
export const resultOf = (row: AppendRow): GroupResult => {
  switch (row.verdict) {
    case 'appended':
      return {
        verdict: 'appended',
        firstPosition: row.first_position,
        lastPosition: row.last_position,
        recordedAt: row.recorded_at,
      };
    case 'replayed':
      return {
        verdict: 'replayed',
        streamId: row.key_stream,
        firstVersion: row.key_first_version,
        lastVersion: row.key_last_version,
      };
    case 'conflict':
      return { verdict: 'conflict', streamId: row.subject, actualVersion: row.actual };
    case 'reserved':
      return {
        verdict: 'reserved',
        index: row.actual - 1,
        key: row.held_key,
        holder: row.subject,
        streamId: row.held_by,
      };
    case 'key-reused':
    case 'unknown-organization':
      return { verdict: row.verdict };
  }
};
