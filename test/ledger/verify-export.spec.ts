import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalText, genesisHash, leafHash } from '../../src/ledger/canonical.js';
import { ChainCheck, type ChainEntry, type Verdict } from '../../src/ledger/chain.js';
import { endLine, entryLine, headerLine, parseLine } from '../../src/ledger/export-format.js';
import { listLedgers, scanLedger } from '../../src/ledger/ledger-scan.js';
import { newId } from '../../src/platform/ids.js';
import { newOrganization, TestDatabase } from '../support/database.js';
import { aDraft, aGroup, newLedger } from '../support/groups.js';
import { tamper } from '../support/tables.js';

let database: TestDatabase;
let organization: string;
let lines: readonly string[];

const payloads = [
  { text: 'naïve “quotes” \u2028 and a tab\t', number: 1.5e-7 },
  { 9: 'nine', 10: 'ten', list: [1, 'two', null, { three: true }], empty: '' },
  { text: '{"not":"nested"}' },
];

beforeAll(async () => {
  database = await TestDatabase.create();
  const ledger = database.ledger();
  organization = await newLedger(ledger);
  const events = payloads.map((payload) =>
    aDraft({}, { payload: canonicalText(payload), via: newId('tok'), correlationId: 'a:b-c_d.e' }),
  );
  await ledger.coalescer.submit(aGroup(organization, { events }));
  await ledger.coalescer.submit(aGroup(organization, { events: 3 }));
  await tamper(database, [
    `update bridgelog.events set payload = null, salt = null
      where organization = $1 and position = 6`,
    organization,
  ]);
  lines = await exported(leaveOut(5));
});
afterAll(() => database.drop());

/** What stands in an export for an event that its reader may not see. */
const leaveOut =
  (...positions: number[]) =>
  (entry: ChainEntry): ChainEntry =>
    'leaf' in entry || !positions.includes(entry.envelope.position)
      ? entry
      : { position: entry.envelope.position, leaf: leafHash(entry.envelope, entry.payloadHash) };

const exported = async (
  shown: (entry: ChainEntry) => ChainEntry = (entry) => entry,
): Promise<readonly string[]> => {
  const [outline] = await listLedgers(database.worker, organization);
  if (!outline) throw new Error('no ledger');
  const written = [headerLine(outline)];
  for await (const entry of scanLedger(database.worker, organization, outline.position)) {
    written.push(entryLine(shown(entry)));
  }
  return [...written, endLine(outline)];
};

/** Checks an export with nothing but its lines, as anyone can. */
const check = (texts: readonly string[]): Verdict => {
  const [first, ...rest] = texts.map(parseLine);
  const last = rest.pop();
  if (!first || !('start' in first) || !last || !('end' in last)) {
    throw new TypeError('an export has a first and a last line');
  }
  const chain = new ChainCheck(first.start);
  for (const line of rest) {
    if (!('entry' in line)) throw new TypeError('an export has one first and one last line');
    if (!chain.add(line.entry)) break;
  }
  return chain.end(last.end);
};

/** Why an export is not accepted; undefined when it passes. */
const objection = (texts: readonly string[]): string | undefined => {
  try {
    return check(texts).broken?.why;
  } catch (error) {
    return String(error);
  }
};

const withLine = (index: number, change: (line: string) => string): readonly string[] =>
  lines.map((line, at) => (at === index ? change(line) : line));

describe('an export', () => {
  it('in full passes offline', async () => {
    expect(check(await exported())).toEqual({ organization, entries: 7, leftOut: 0, redacted: 1 });
  });

  it('from which events were left out passes, and they are counted', async () => {
    const shown = [leaveOut(1), leaveOut(7), leaveOut(2, 3, 4), leaveOut(1, 2, 3, 4, 5, 6, 7)];
    const counts = [];
    for (const each of shown) counts.push(check(await exported(each)));
    expect(counts).toEqual([
      { organization, entries: 7, leftOut: 1, redacted: 1 },
      { organization, entries: 7, leftOut: 1, redacted: 1 },
      { organization, entries: 7, leftOut: 3, redacted: 1 },
      { organization, entries: 7, leftOut: 7, redacted: 0 },
    ]);
  });

  it('gives back what was stored', async () => {
    const parsed = lines.map(parseLine);
    const scanned: ChainEntry[] = [];
    for await (const entry of scanLedger(database.worker, organization, 7)) scanned.push(entry);
    const entries = parsed.flatMap((line) => ('entry' in line ? [line.entry] : []));
    expect(entries).toEqual(scanned.map(leaveOut(5)));
    expect(parsed[0]).toEqual({ start: { organization, genesisEpoch: 1 } });
    const [outline] = await listLedgers(database.worker, organization);
    expect(parsed.at(-1)).toEqual({ end: { position: 7, hash: outline?.hash } });
  });

  it('of a ledger without events is a header and an end', () => {
    const start = { organization, genesisEpoch: 1 };
    const { hash } = { hash: genesisHash(organization, 1) };
    const empty = [headerLine(start), endLine({ position: 0, hash })];
    expect(check(empty)).toEqual({ organization, entries: 0, leftOut: 0, redacted: 0 });
  });

  it('that was cut short, with an end that fits, passes: only its length tells', () => {
    const kept = lines.slice(0, 4);
    const last = parseLine(kept.at(-1) ?? '');
    if (!('entry' in last) || 'leaf' in last.entry) throw new Error('no event');
    const cut = [...kept, endLine({ position: 3, hash: last.entry.hash })];
    expect(check(cut)).toMatchObject({ entries: 3 });
  });
});

/** A line with each of its characters left out, replaced, or followed by another. */
const retyped = (line: string): string[] =>
  Array.from(line).flatMap((character, at, all) =>
    ['', '0', 'a', `${character} `]
      .filter((put) => put !== character)
      .map((put) => all.toSpliced(at, 1, put).join('')),
  );

describe('in an export that was changed', () => {
  it('any other character anywhere is found', () => {
    const unnoticed = lines.flatMap((line, index) =>
      retyped(line).filter((changed) => !objection(withLine(index, () => changed))),
    );
    expect(unnoticed).toEqual([]);
  });

  it('a line that is missing, twice, or in another place is found', () => {
    const unnoticed: string[] = [];
    for (const [index, line] of lines.entries()) {
      const without = lines.toSpliced(index, 1);
      const others = [without, lines.toSpliced(index, 0, line)];
      for (let at = 0; at < lines.length; at += 1) {
        if (at !== index) others.push(without.toSpliced(at, 0, line));
      }
      for (const changed of others) if (!objection(changed)) unnoticed.push(changed.join('\n'));
    }
    expect(unnoticed).toEqual([]);
  });

  it.each([
    ['a field beside the event', (line: string) => line.replace(/}$/, ',"note":"forged"}')],
    ['a field in the envelope', (line: string) => line.replace('{"id"', '{"note":"forged","id"')],
    ['a field in the actor', (line: string) => line.replace('"kind"', '"name":"x","kind"')],
    ['a position beside the event', (line: string) => line.replace(/}$/, ',"position":3}')],
    ['a field that stands twice', (line: string) => line.replace('"payload"', '"payload":{},$&')],
    ['a payload without its salt', (line: string) => line.replace(/"salt":"[^"]+"/, '"salt":null')],
    [
      'a payload that is gone',
      (line: string) => line.replace(/"payload":{.*},/, '"payload":null,'),
    ],
    ['a hash that is gone', (line: string) => line.replace(/"hash":"[^"]+"/, '"hash":null')],
    [
      'a hash in capitals',
      (line: string) => line.replace(/"hash":"[^"]+"/, (h) => h.toUpperCase()),
    ],
    ['a hash with an end', (line: string) => line.replace(/"hash":"([^"]+)"/, '"hash":"$1zz"')],
    ['a salt with an end', (line: string) => line.replace(/"salt":"([^"]+)"/, '"salt":"$1!"')],
    ['a position as text', (line: string) => line.replace(/"position":(\d+)/, '"position":"$1"')],
    ['a version as text', (line: string) => line.replace(/"version":(\d+)/, '"version":"$1"')],
    [
      'an event that is null',
      () => '{"event":null,"salt":null,"payload":null,"payloadHash":"","hash":""}',
    ],
    ['no object', () => '7'],
    ['null', () => 'null'],
    ['an empty object', () => '{}'],
    ['nothing', () => ''],
  ])('%s is found', (_, change) => {
    const changed = withLine(3, change);
    expect(changed).not.toEqual(lines);
    expect(objection(changed)).toEqual(expect.any(String));
  });

  it('the event that was changed is named', () => {
    const changed = withLine(3, (line) => line.replace('nine', 'eight'));
    const event = parseLine(lines[3] ?? '');
    expect(check(changed).broken).toMatchObject({
      position: 3,
      event: 'entry' in event && 'envelope' in event.entry && event.entry.envelope.id,
      why: 'the payload was changed',
    });
  });

  it('another leaf for what was left out is found at the next event', () => {
    const leaf = `{"position":5,"leaf":"${'ab'.repeat(32)}"}`;
    expect(check(withLine(5, () => leaf)).broken).toMatchObject({ position: 6 });
  });

  it('an event of another organization is found', () => {
    const forged = withLine(3, (line) => line.replaceAll(organization, newOrganization()));
    expect(check(forged).broken).toMatchObject({
      position: 3,
      why: 'it is of another organization',
    });
  });

  it('another start is found, of another organization or epoch', () => {
    const starts = [
      { organization: newOrganization(), genesisEpoch: 1 },
      { organization, genesisEpoch: 2 },
    ];
    for (const start of starts) {
      expect(check(withLine(0, () => headerLine(start))).broken).toMatchObject({ position: 1 });
    }
  });

  it('another format is not read', () => {
    const header = lines[0] ?? '';
    expect(() => parseLine(header.replace('"format":1', '"format":2'))).toThrow(/another format/);
  });
});
