import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Draft, Group } from '../../src/ledger/group.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { listLedgers, verifyLedger } from '../../src/ledger/ledger-scan.js';
import { openPool } from '../../src/platform/database/pool.js';
import { prepareDatabase } from '../../src/platform/database/prepare.js';
import { newId, organizationId } from '../../src/platform/ids.js';
import { loginFor } from '../postgres.js';
import { noteTaker } from './bridgelog-notes.js';
import { inTurn, payloads, statesOf, Walk } from './content.js';
import type { Cell, OpenStore, Trial } from './store.js';

/** The ledger on the connections that a server gives it. */
export const openStore: OpenStore = async (ownerUrl) => {
  const [app, worker] = [loginFor(ownerUrl, 'app'), loginFor(ownerUrl, 'worker')];
  await prepareDatabase({ ownerUrl, app, worker });
  const open = (url: string, max: number) =>
    openPool({ url, max, name: 'bridgelog bench', onIdleError: alarm });
  const pools = [open(app.url, 10), open(app.url, 2), open(worker.url, 4)] as const;
  const ledger = new Ledger({
    app: pools[0],
    append: pools[1],
    worker: pools[2],
    masterKey: randomBytes(32),
    listenUrl: worker.url,
    alarm: (message, error) => alarm(error ?? new Error(message)),
  });
  ledger.start();
  return {
    prepare: (cell) => trial(ledger, pools[2], cell),
    close: async () => {
      await ledger.stop();
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
};

const alarm = (error: Error): void => {
  throw error;
};

const trial = async (ledger: Ledger, worker: pg.Pool, cell: Cell): Promise<Trial> => {
  const count = cell.workload === 'organizations' ? cell.callers : 1;
  const organizations = await Promise.all(Array.from({ length: count }, () => founded(ledger)));
  const states = statesOf(cell.stateSize);
  const incident = newId('inc');
  let callers = 0;
  return {
    eventsPerCall: 1,
    caller: () => {
      const organization = inTurn(organizations, callers++);
      return cell.workload === 'incident'
        ? noteTaker(ledger, organization, incident)
        : appender(ledger, organization, states);
    },
    check: (acknowledged) => check(worker, organizations, acknowledged),
  };
};

const appender = (ledger: Ledger, organization: string, states: readonly string[]) => {
  const walk = new Walk();
  return async () => {
    const { stream, version } = walk.next();
    await append(ledger, {
      organization,
      items: [
        {
          streamId: stream,
          streamType: 'incident',
          expectedVersion: version,
          events: [draft(inTurn(payloads, version))],
          state: inTurn(states, version),
        },
      ],
    });
  };
};

const draft = (payload: string): Draft => ({
  id: newId('evt'),
  type: 'NoteAdded',
  schemaVersion: 1,
  occurredAt: '2026-01-01T00:00:00.000000Z',
  actor: { kind: 'POLICY', id: 'bench' },
  via: null,
  correlationId: null,
  causationId: null,
  salt: randomBytes(16),
  payload,
});

const append = async (ledger: Ledger, group: Group): Promise<void> => {
  const { verdict } = await ledger.coalescer.submit(group);
  if (verdict !== 'appended') throw new Error(`an append was answered ${verdict}`);
};

/** A new organization: its ledger holds one event. */
const founded = async (ledger: Ledger): Promise<string> => {
  const organization = randomUUID();
  const place = { streamId: organizationId(organization), streamType: 'organization' };
  const first = { expectedVersion: 0, events: [draft('{}')], state: '{}' };
  await append(ledger, { organization, items: [{ ...place, ...first }] });
  return organization;
};

/** Every ledger is whole from its genesis to its head, and together they hold what was acknowledged. */
const check = async (worker: pg.Pool, organizations: readonly string[], acknowledged: number) => {
  let events = 0;
  for (const organization of organizations) {
    const [outline] = await listLedgers(worker, organization);
    if (!outline) throw new Error('a ledger is missing');
    const { entries, broken } = await verifyLedger(worker, outline);
    if (broken) throw new Error(`the chain breaks at position ${broken.position}: ${broken.why}`);
    events += entries - 1;
  }
  if (events !== acknowledged) {
    throw new Error(`${acknowledged} events were acknowledged, and ${events} are stored`);
  }
};
