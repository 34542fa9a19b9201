import { randomBytes } from 'node:crypto';
import type { Draft, Group, Item } from '../../src/ledger/group.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { newId, organizationId } from '../../src/platform/ids.js';
import { newOrganization } from './database.js';

const actor = { kind: 'POLICY', id: 'test' } as const;

export const aDraft = (payload: unknown = { text: 'hello' }, more: Partial<Draft> = {}): Draft => ({
  id: newId('evt'),
  type: 'NoteAdded',
  schemaVersion: 1,
  occurredAt: '2026-03-01T11:59:00.000000Z',
  actor,
  via: null,
  correlationId: null,
  causationId: null,
  salt: randomBytes(16),
  payload: JSON.stringify(payload),
  ...more,
});

export const anItem = (
  more: Partial<Omit<Item, 'events'>> & { events?: number | readonly Draft[] } = {},
): Item => {
  const { events = 1, ...rest } = more;
  return {
    streamId: newId('inc'),
    streamType: 'incident',
    expectedVersion: 0,
    state: '{}',
    ...rest,
    events: typeof events === 'number' ? Array.from({ length: events }, () => aDraft()) : events,
  };
};

/** A group of one item on a stream of its own. */
export const aGroup = (
  organization: string,
  item: Parameters<typeof anItem>[0] = {},
  more: Partial<Group> = {},
): Group => ({ organization, items: [anItem(item)], ...more });

/** Opens the ledger of a new organization: one event at position 1. */
export const newLedger = async (ledger: Ledger): Promise<string> => {
  const organization = newOrganization();
  const streamId = organizationId(organization);
  const result = await ledger.coalescer.submit(
    aGroup(organization, { streamId, streamType: 'organization' }),
  );
  if (result.verdict !== 'appended') throw new Error(`no ledger: ${result.verdict}`);
  return organization;
};
