import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isInputObjectType, getNamedType } from 'graphql';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ada = await app.person('Ada');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Answer = {
  readonly events: readonly { readonly id: string }[];
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
};
const send = (mutation: string, input: object) =>
  ada.api.send<Answer>(mutation, input, 'events { id } refusals { code message }');

/** What each command needs beside its evidence, in an incident that lets it be accepted. */
const commands: Readonly<Record<string, (incident: string) => Promise<object>>> = {
  assessScope: () => Promise.resolve({ extent: 'WHOLE_APP', affected: 'ALL_USERS' }),
  correctImpactStart: () =>
    Promise.resolve({
      impactStartedAt: '2026-03-01T11:00:00Z',
      impactStartSource: 'REPORT',
      reason: 'Told so',
    }),
  clearChange: (incident) => linked(incident),
  implicateChange: (incident) => linked(incident),
  completeCheck: () => Promise.resolve({ check: 'database', verdict: 'CLEAR' }),
  reviseCheck: async (incident) => {
    await send('completeCheck', { incident, check: 'database', verdict: 'CLEAR' });
    return { check: 'database', verdict: 'SUSPECT', reason: 'It is not' };
  },
  supportHypothesis: (incident) => raised(incident),
  ruleOutHypothesis: (incident) => raised(incident),
  confirmHypothesis: (incident) => raised(incident),
  finishAction: async (incident) => {
    const action = newId('act');
    const target = `service/${action.slice(-6)}`;
    await send('startAction', { incident, action, target, kind: 'RESTART', intent: 'FIX' });
    return { action, outcome: 'WORKED' };
  },
  recordFinding: () => Promise.resolve({ kind: 'TRIGGER', text: 'A new rule' }),
  reviseFinding: async (incident) => {
    const finding = newId('fnd');
    await send('recordFinding', { incident, finding, kind: 'TRIGGER', text: 'A new rule' });
    return { finding, text: 'A new rule of the firewall' };
  },
  completeFollowUp: async (incident) => {
    const followUp = newId('fol');
    await send('addFollowUp', { incident, followUp, title: 'Limit it', kind: 'PREVENT' });
    return { followUp, outcome: 'DONE' };
  },
  reportContainmentLost: async (incident) => {
    await send('declareContained', { incident });
    return { reason: 'Errors again' };
  },
};

const linked = async (incident: string) => {
  const change = newId('chg');
  const startedAt = '2026-03-01T09:00:00Z';
  await send('recordChange', { change, kind: 'DEPLOY', title: 'New cart', startedAt });
  await send('linkChange', { incident, change });
  return { change, reason: 'By the graphs' };
};
const raised = async (incident: string) => {
  const hypothesis = newId('hyp');
  await send('raiseHypothesis', { incident, hypothesis, statement: 'An attack' });
  return { hypothesis, reason: 'By the graphs' };
};

describe('evidence', () => {
  it('is taken by the commands below, and by no others', () => {
    const path = join(import.meta.dirname, '../../schema.gql');
    const schema = buildSchema(readFileSync(path, 'utf8'));
    const taking = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args }) => {
      const input = getNamedType(args[0]?.type);
      const type = isInputObjectType(input) ? input.getFields()['evidence']?.type : undefined;
      return String(type) === '[ID!]';
    });
    expect(taking.map(({ name }) => name).sort()).toEqual(Object.keys(commands).sort());
  });

  it.each(Object.keys(commands))('of %s has to be entries of the same log', async (name) => {
    const incident = await declare(ada.api);
    const other = await declare(ada.api);
    const note = await send('addNote', { incident: other, text: 'Elsewhere' });
    const own = await send('addNote', { incident, text: 'Here' });
    const [elsewhere, here] = [note.events[0]?.id, own.events[0]?.id];
    const input = { incident, ...(await commands[name]?.(incident)) };
    for (const evidence of [
      [here, elsewhere],
      [newId('evt'), here],
    ]) {
      const refused = await send(name, { ...input, evidence });
      expect(refused.refusals.map(({ code }) => code)).toEqual(['EVIDENCE_UNKNOWN']);
      expect(refused.events).toEqual([]);
    }
    const accepted = await send(name, { ...input, evidence: [here] });
    expect(accepted.refusals).toEqual([]);
    expect(accepted.events.length).toBeGreaterThan(0);
  });
});
