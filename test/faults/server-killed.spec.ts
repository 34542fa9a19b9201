import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../src/drill/api-client.js';
import { runCommand, ServerProcess } from '../support/server-process.js';

const kills = 10;
const writers = 32;
const acknowledgedPerRound = 150;

type Recorded = { position: number; replayed: boolean; events: { id: string; text: string }[] };
type Noted = { addNote: Recorded & { refusals: { message: string }[] } };

const addNote = `mutation ($input: AddNoteInput!) { addNote(input: $input) {
  position replayed refusals { message } events { id ... on NoteAdded { text } }
} }`;

/** What the clients were told, by key: the oracle. */
const journal = new Map<string, { id: string; position: number; text: string }>();
let folder: string;
let server: ServerProcess;
let incident: string;
let postmaster: unknown;
let onAcknowledged: () => void = () => undefined;

const databasePid = async (): Promise<unknown> => {
  const text = await readFile(join(folder, 'server.json'), 'utf8');
  return (JSON.parse(text) as Record<string, unknown>)['postmasterPid'];
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridgelog-killed-'));
  server = await ServerProcess.start(folder);
  const api = new ApiClient(server.url, server.token);
  const declared = await api.send<{ incident: { id: string } }>(
    'declareIncident',
    { title: 'Killed', severity: 'SEV3' },
    'incident { id }',
  );
  incident = declared.incident.id;
  postmaster = await databasePid();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Writes notes until told to stop; what was not acknowledged is left, to be sent again. */
const write = async (pending: Map<string, string>, isOver: () => boolean): Promise<void> => {
  const api = new ApiClient(server.url, server.token);
  while (!isOver()) {
    const [key, text] = [...pending].at(0) ?? [randomUUID(), `note ${randomUUID()}`];
    pending.set(key, text);
    try {
      const { addNote: answer } = await api.ask<Noted>(addNote, {
        input: { incident, text, idempotencyKey: key },
      });
      const [event] = answer.events;
      if (!event) throw new Error(answer.refusals.map(({ message }) => message).join());
      expect(event.text).toBe(text);
      journal.set(key, { id: event.id, position: answer.position, text });
      pending.delete(key);
      onAcknowledged();
    } catch (error) {
      if (isOver()) return;
      throw error;
    }
  }
};

describe('kill -9 of the server in the middle of appends', () => {
  const pending = Array.from({ length: writers }, () => new Map<string, string>());

  it(`loses nothing and doubles nothing, ${kills} times`, async () => {
    for (let round = 1; round <= kills; round += 1) {
      const wanted = journal.size + acknowledgedPerRound;
      let isKilled = false;
      const enough = new Promise<void>((resolve) => {
        onAcknowledged = () => {
          if (journal.size >= wanted) resolve();
        };
      });
      const killed = enough.then(() => {
        isKilled = true;
        return server.kill();
      });
      await Promise.all([killed, ...pending.map((mine) => write(mine, () => isKilled))]);
      server = await ServerProcess.start(folder);
      expect(await databasePid()).toBe(postmaster);
    }
    await Promise.all(pending.map((mine) => write(mine, () => mine.size === 0)));
    await check();
  }, 240_000);
});

const check = async (): Promise<void> => {
  const exported = await runCommand(folder, 'export');
  expect(exported.code).toBe(0);
  const lines = exported.stdout.trimEnd().split('\n');
  const events = lines
    .slice(1, -1)
    .map(
      (line) =>
        JSON.parse(line) as { event: { id: string; position: number }; payload: { text?: string } },
    );
  expect(events.map(({ event }) => event.position)).toEqual(events.map((_, index) => index + 1));
  const texts = new Map<string, string[]>();
  for (const { event, payload } of events) {
    if (payload.text !== undefined) {
      texts.set(payload.text, [...(texts.get(payload.text) ?? []), event.id]);
    }
  }
  for (const { id, text } of journal.values()) expect(texts.get(text)).toEqual([id]);
  expect(journal.size).toBeGreaterThanOrEqual(kills * acknowledgedPerRound);
  const verified = await runCommand(folder, 'verify', '--json');
  expect(verified).toMatchObject({ code: 0 });
  expect(JSON.parse(verified.stdout)).toMatchObject([{ entries: events.length }]);
};
