import { expect } from '@jest/globals';
import type { Accepted, Decision, Facts, Refusal } from '../../src/kernel/decision.js';
import type { AnyEvent, Envelope, FoldedEvent } from '../../src/kernel/event.js';
import { plusSeconds } from '../../src/kernel/instant.js';

/** How the events of one kind of stream are folded. */
export type Fold<S, E extends AnyEvent> = {
  readonly initial: S;
  evolve(state: S, event: FoldedEvent<E>): S;
  applies(state: S, event: FoldedEvent<E>): boolean;
};

/** An event of the past, with those parts of its envelope that a spec cares about. */
export type Past<E> = E & Partial<Pick<Envelope, 'id' | 'occurredAt' | 'actor'>>;

/** `sampleId('act', '1')`: text in the shape of an id. */
export const sampleId = (prefix: string, name: string): string =>
  `${prefix}_${name.padStart(26, '0')}`;

export const usualFacts: Facts = {
  actor: { kind: 'MEMBER', id: sampleId('mem', 'ada') },
  now: '2019-07-02T14:00:00.000000Z',
  occurredAt: '2019-07-02T14:00:00.000000Z',
};

const start = '2019-07-02T13:40:00.000000Z';

/** When the event with this version happens, unless it says otherwise: one a minute from 13:40 on. */
export const timeOf = (version: number): string => plusSeconds(start, (version - 1) * 60);

/** One event a minute from 13:40 on, by Ada, unless it says otherwise. */
export const happened = <E extends AnyEvent>(event: Past<E>, version: number): FoldedEvent<E> =>
  ({
    id: sampleId('evt', String(version)),
    occurredAt: timeOf(version),
    actor: usualFacts.actor,
    ...event,
    version,
  }) as unknown as FoldedEvent<E>;

/** Folds events in order of position, each of which has to make sense where it stands. */
export const foldInOrder = <S, E extends AnyEvent>(
  fold: Fold<S, E>,
  events: readonly Past<E>[],
  from: S = fold.initial,
  version = 0,
): S =>
  events.reduce((state, event, index) => {
    const next = happened(event, version + index + 1);
    if (!fold.applies(state, next))
      throw new Error(`${event.type} does not apply to ${JSON.stringify(state)}`);
    return fold.evolve(state, next);
  }, from);

/**
 * `given(...events).when(decision, command).then(...events)` for one kind of stream. All rules are
 * `told` some facts, unless they are said.
 */
export const givenOn =
  <S, E extends AnyEvent>(fold: Fold<S, E>, told: object = {}) =>
  (...past: Past<E>[]) => {
    const state = foldInOrder(fold, past);
    return {
      state,
      when: <C, R extends Refusal, F extends Facts>(
        decide: (command: C, state: S, facts: F) => Decision<E, R>,
        command: NoInfer<C>,
        facts: Partial<NoInfer<F>> = {},
      ) => {
        const decision = decide(command, state, { ...usualFacts, ...told, ...facts } as F);
        const then = (...events: E[]): Accepted<E, R> => {
          if (!('events' in decision))
            throw new Error(`Refused: ${JSON.stringify(decision.refusals)}`);
          expect(decision.events).toEqual(events);
          foldInOrder(fold, decision.events, state, past.length);
          return decision;
        };
        return {
          then,
          thenNothing: () => {
            expect(then()).toEqual({ events: [] });
          },
          /** By code, or by the parts of the refusal that matter; all of them, in order. */
          thenRefused: (...refusals: (R['code'] | (Partial<R> & Pick<R, 'code'>))[]) => {
            expect(decision).toMatchObject({
              refusals: refusals.map((one) => (typeof one === 'string' ? { code: one } : one)),
            });
          },
        };
      },
    };
  };
