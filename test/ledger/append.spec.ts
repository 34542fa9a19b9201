import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '../support/database.js';
import { aGroup, newLedger } from '../support/groups.js';
import type { Ledger } from '../../src/ledger/ledger.js';

let database: TestDatabase;
let ledger: Ledger;

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
});
afterAll(() => database.drop());

describe('append', () => {
  it('gives dense positions in order', async () => {
    const organization = await newLedger(ledger);
    const first = await ledger.coalescer.submit(aGroup(organization, { events: 2 }));
    const second = await ledger.coalescer.submit(aGroup(organization, { events: 3 }));
    expect(first).toMatchObject({ verdict: 'appended', firstPosition: 2, lastPosition: 3 });
    expect(second).toMatchObject({ verdict: 'appended', firstPosition: 4, lastPosition: 6 });
  });
});
