import type { Group, GroupResult, Item } from './group.js';

const parameters = Array.from({ length: 44 }, (_, i) => `$${i + 1}`).join(', ');

/** A call of `bridgelog.append` in SQL: one array per parameter, in the function's order. */
export const appendCall = (groups: readonly Group[]) => {
  const columns: Columns = {
    groups: lists(6),
    items: lists(6),
    events: lists(16),
    rows: lists(4),
    reservations: lists(6),
    due: lists(6),
  };
  for (const [index, group] of groups.entries()) addGroup(columns, group, index + 1);
  return {
    name: 'bridgelog-append',
    text: `select * from bridgelog.append(${parameters})`,
    values: Object.values(columns).flat(1),
  };
};

/** One list per parameter, so that a row is one value in each. */
type Lists = unknown[][];

type Columns = Record<'groups' | 'items' | 'events' | 'rows' | 'reservations' | 'due', Lists>;

const lists = (count: number): Lists => Array.from({ length: count }, () => []);

const add = (lists: Lists, ...row: readonly unknown[]): void => {
  for (let column = 0; column < row.length; column += 1) lists[column]?.push(row[column]);
};

/** `number`: of the group, from 1. */
const addGroup = (columns: Columns, group: Group, number: number): void => {
  const { organization, key, items } = group;
  const firstItem = (columns.items[0]?.length ?? 0) + 1;
  let events = 0;
  for (const item of items) {
    addItem(columns, item, { number, eventsBefore: events });
    events += item.events.length;
  }
  add(columns.groups, organization, key?.scope, key?.key, key?.requestHash, events, firstItem);
  addBeside(columns, group, number);
};

const addBeside = (
  columns: Columns,
  { rows = [], reservations = [], due = [] }: Group,
  number: number,
): void => {
  for (const { table, id, columns: values } of rows) {
    add(columns.rows, number, table, id, JSON.stringify(values));
  }
  for (const { op, space, key, holder, streamId } of reservations) {
    add(columns.reservations, number, op, space, key, holder, streamId);
  }
  for (const { streamId, kind, subject, at, cause } of due) {
    add(columns.due, number, streamId, kind, subject, at, cause);
  }
};

const addItem = (
  columns: Columns,
  { streamId, streamType, expectedVersion, events, state }: Item,
  { number, eventsBefore }: { number: number; eventsBefore: number },
): void => {
  add(columns.items, number, streamId, streamType, expectedVersion, events.length, state);
  for (const [index, event] of events.entries()) {
    add(
      columns.events,
      number,
      eventsBefore + index + 1,
      streamId,
      streamType,
      expectedVersion + index + 1,
      event.id,
      event.type,
      event.schemaVersion,
      event.occurredAt,
      event.actor.kind,
      event.actor.id,
      event.via,
      event.correlationId,
      event.causationId,
      event.salt,
      event.payload,
    );
  }
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
