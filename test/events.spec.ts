import { describe, expect, it } from '@jest/globals';
import { changeEvents } from '../src/change/domain/events.js';
import { incidentEvents } from '../src/incident/domain/events.js';
import { event } from '../src/kernel/event.js';
import { id, list, optional, text } from '../src/kernel/field.js';
import type { Fields } from '../src/kernel/field.js';
import { organizationEvents } from '../src/organization/domain/events.js';
import { playbookEvents } from '../src/playbook/domain/events.js';
import { clashesOf } from './support/event-map-flaws.js';

describe('the events of all streams', () => {
  it('mean one thing by one name', () => {
    expect(clashesOf(incidentEvents, changeEvents, playbookEvents, organizationEvents)).toEqual([]);
  });

  it.each<[string, Fields, string]>([
    ['kind', { it: text('It', 10) }, 'text'],
    ['prefix', { it: id('It', 'act') }, 'id act'],
    ['optionality', { it: optional(id('It', 'mem')) }, 'optional id mem'],
    ['number', { it: list('It', id('It', 'mem'), 9) }, 'list of id mem'],
  ])('would be seen to differ in %s', (_, data, shape) => {
    const having = (fields: Fields) =>
      event({ schemaVersion: 1, description: 'It', data: fields, says: () => 'It' });
    const first = { First: having({ it: id('It', 'mem') }) };
    expect(clashesOf(first, { Second: having({ it: id('Other words', 'mem') }) })).toEqual([]);
    expect(clashesOf(first, { Second: having(data) })).toEqual([
      `Second.it is ${shape}, but First.it is id mem`,
    ]);
  });
});
