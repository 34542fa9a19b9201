import { describe, expect, it } from '@jest/globals';
import { holds, selectionOf, valueAt } from './selection.js';

describe('selectionOf', () => {
  it('selects every path once', () => {
    expect(selectionOf(['incident.id', 'events.0.id', 'incident.scope.id', 'position'])).toBe(
      'incident { id scope { id } } events { id } position',
    );
  });
});

describe('valueAt', () => {
  it('finds what is there, and nothing where nothing is', () => {
    expect(valueAt({ events: [{ id: 'e' }] }, 'events.0.id')).toBe('e');
    expect(valueAt({ events: [] }, 'events.0.id')).toBeUndefined();
    expect(valueAt(null, 'a.b')).toBeUndefined();
  });
});

describe('holds', () => {
  it.each([
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: [{ x: 1, y: 2 }] }, { a: [{ x: 1 }] }],
    [{ a: null }, { a: null }],
  ])('%j holds %j', (value, wanted) => {
    expect(holds(value, wanted)).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: [1, 2] }, { a: [1] }],
    [{ a: [2, 1] }, { a: [1, 2] }],
    [{}, { a: null }],
    [null, { a: 1 }],
    [{ a: 1 }, { a: { b: 1 } }],
  ])('%j does not hold %j', (value, wanted) => {
    expect(holds(value, wanted)).toBe(false);
  });
});
