import type {
  Accepted,
  Decision,
  Held,
  Holder,
  Refusal,
  Reservation,
} from '../../src/kernel/decision.js';

type Kept = Held & { readonly streamId: string };

const meets = (held: Held, { space, key }: Held): boolean =>
  held.space === space &&
  (held.key === key ||
    (space === 'target' && (held.key.startsWith(`${key}/`) || key.startsWith(`${held.key}/`))));

/** Who holds what in one organization, as the ledger enforces it at append. */
export class ReservationSet {
  private held: Kept[] = [];

  /** Lets a decision take what it asks for, or say what else is to be done. */
  settle<E, R extends Refusal>(decision: Decision<E, R>, streamId: string): Decision<E, R> {
    if ('refusals' in decision) return decision;
    const met = this.heldOf(decision.take)[0];
    const instead = met?.asked.otherwise?.(met.by);
    if (instead instanceof Promise) throw new Error('a decision that waits for something');
    if (instead) return this.settle(instead, streamId);
    const refusals = this.append(decision, streamId);
    return refusals.length > 0 ? { refusals } : decision;
  }

  /** Takes and releases all of it, or refuses and changes nothing. */
  append<R extends Refusal>(
    { take = [], share = [], release = [] }: Accepted<unknown, R>,
    streamId: string,
  ): R[] {
    const refusals = this.heldOf(take).map(({ asked, by }) => asked.refusal(by));
    if (refusals.length > 0) return refusals;
    const isReleased = (one: Held): boolean =>
      release.some(
        (it) => it.space === one.space && it.key === one.key && it.holder === one.holder,
      );
    this.held = this.held.filter((one) => !isReleased(one));
    for (const { space, key, holder } of [...take, ...share])
      this.held.push({ space, key, holder, streamId });
    return [];
  }

  /** Who else has what is to be taken. */
  private heldOf<E, R extends Refusal>(take: readonly Reservation<R, E>[] = []) {
    return take.flatMap((asked): { asked: Reservation<R, E>; by: Holder }[] => {
      const by = this.held.find((one) => one.holder !== asked.holder && meets(one, asked));
      return by === undefined ? [] : [{ asked, by }];
    });
  }
}
