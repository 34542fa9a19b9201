import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { playbook, playbookFold, says } from '../../../test/support/given-playbook.js';
import { foldInOrder, happened, usualFacts } from '../../../test/support/given.js';
import type { Decision } from '../../kernel/decision.js';
import { createPlaybook } from './create-playbook.js';
import { playbookEvents } from './events.js';
import type { PlaybookEvent } from './events.js';
import { publishPlaybookVersion } from './publish-playbook-version.js';
import type { PlaybookRefusal } from './refusals.js';
import { retirePlaybook } from './retire-playbook.js';
import type { PlaybookFacts } from './rule.js';
import { applies, evolve, initialPlaybook } from './stream.js';
import type { PlaybookStream } from './stream.js';

type Attempt = (
  stream: PlaybookStream,
  facts: PlaybookFacts,
) => Decision<PlaybookEvent, PlaybookRefusal>;

const title = fc.constantFrom('one', 'two', 'three');
const creations = title.map((words): Attempt => (stream, facts) => {
  const command = { playbook, name: 'shop', said: { content: says(words) } };
  return createPlaybook(command, stream, facts);
});
const publications = title.map((words): Attempt => (stream, facts) => {
  return publishPlaybookVersion({ saidFor: () => ({ content: says(words) }) }, stream, facts);
});
const retirements = fc.constant<Attempt>((stream, facts) => retirePlaybook({}, stream, facts));
const histories = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: creations },
    { weight: 8, arbitrary: publications },
    { weight: 1, arbitrary: retirements },
  ),
  { minLength: 5, maxLength: 30 },
);

const contentsOf = (events: readonly PlaybookEvent[]) =>
  events.flatMap((one) => (one.type === 'PlaybookVersionPublished' ? [one.data.content] : []));

const logOf = (history: readonly Attempt[]) => {
  let state = initialPlaybook;
  const events: PlaybookEvent[] = [];
  const run = (attempt: Attempt): number | undefined => {
    const contents = contentsOf(events);
    const decision = attempt(state, {
      ...usualFacts,
      ...{ first: contents.at(0), latest: contents.at(-1) },
    });
    if (!('events' in decision)) return undefined;
    state = foldInOrder(playbookFold, decision.events, state, events.length);
    events.push(...decision.events);
    return decision.events.length;
  };
  for (const attempt of history) if (run(attempt) !== undefined) expect(run(attempt)).toBe(0);
  return { events, state };
};

describe('whatever is said of a playbook', () => {
  it('is not little', () => {
    const happenings = fc
      .sample(histories, { numRuns: 100, seed: 42 })
      .flatMap((history) => logOf(history).events);
    for (const type of Object.keys(playbookEvents))
      expect(happenings.filter((one) => one.type === type).length).toBeGreaterThan(20);
  });

  it('counts its versions from 1, none of which says what the one before it says', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, state } = logOf(history);
        expect(foldInOrder(playbookFold, events)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
        const versions = events.flatMap((one) =>
          one.type === 'PlaybookVersionPublished' ? [one.data] : [],
        );
        expect(versions.map((one) => one.playbookVersion)).toEqual(versions.map((_, at) => at + 1));
        versions.slice(1).forEach(({ content }, at) => {
          expect(content).not.toEqual(versions[at]?.content);
        });
        const end = events.findIndex(({ type }) => type === 'PlaybookRetired');
        if (end !== -1) expect(end).toBe(events.length - 1);
      }),
    );
  });

  it('folds out of order without throwing, past what makes no sense', () => {
    const shuffled = histories.chain((history) =>
      fc.shuffledSubarray(logOf(history).events.map((event, index) => happened(event, index + 1))),
    );
    fc.assert(
      fc.property(shuffled, (events) => {
        events.reduce((state, event) => {
          const next = evolve(state, event);
          if (!applies(state, event)) expect(next).toBe(state);
          return next;
        }, initialPlaybook);
      }),
    );
  });
});
