/** Groups that must wait before a batch goes beside one in flight. */
const worthAnother = 64;
/** Milliseconds after which a batch counts as held up, and another may go beside it. */
const patience = 20;

/**
 * The batches in flight. Batches on one ledger wait for each other, so several small ones cost
 * more than a full one: one goes beside another only when many groups wait, or when the other
 * is held up.
 */
export class InFlight {
  private readonly batches = new Set<Promise<void>>();
  private begun = 0;
  private timer: NodeJS.Timeout | undefined;

  /** `onRoom` is called when there may be room again. */
  constructor(
    private readonly most: number,
    private readonly onRoom: () => void,
  ) {}

  get count(): number {
    return this.batches.size;
  }

  start(batch: Promise<void>): void {
    this.begun = performance.now();
    const sent: Promise<void> = batch.finally(() => {
      this.batches.delete(sent);
      this.onRoom();
    });
    this.batches.add(sent);
  }

  hasRoomFor(waiting: number): boolean {
    if (waiting === 0 || this.count >= this.most) return false;
    if (this.count === 0 || waiting >= worthAnother) return true;
    if (performance.now() - this.begun >= patience) return true;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.onRoom();
    }, patience).unref();
    return false;
  }

  async ended(): Promise<void> {
    while (this.count > 0) await Promise.all(this.batches);
  }
}
