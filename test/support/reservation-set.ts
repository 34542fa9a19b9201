import type { Accepted, Held, Refusal } from '../../src/kernel/decision.js';

type Kept = Held & { readonly streamId: string };

const meets = (held: Held, { space, key }: Held): boolean =>
  held.space === space &&
  (held.key === key ||
    (space === 'target' && (held.key.startsWith(`${key}/`) || key.startsWith(`${held.key}/`))));

/** Who holds what in one organization, as the ledger enforces it at append. */
export class ReservationSet {
  private held: Kept[] = [];

  /** Takes and releases all of it, or refuses and changes nothing. */
  append<R extends Refusal>(
    { take = [], share = [], release = [] }: Accepted<unknown, R>,
    streamId: string,
  ): R[] {
    const refusals = take.flatMap((asked) => {
      const by = this.held.find((one) => one.holder !== asked.holder && meets(one, asked));
      return by === undefined ? [] : [asked.refusal(by)];
    });
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
}
