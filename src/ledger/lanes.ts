import { Overloaded } from './group.js';

type Turn = () => Promise<void>;

const mostWaitingInLane = 2_000;

/**
 * One lane per key: work in a lane runs one at a time, in order of arrival, and each piece is
 * given what the one before it left, as long as the lane does not run empty.
 */
export class Lanes<Carried> {
  private readonly lanes = new Map<string, { queue: Turn[]; carried: Carried | undefined }>();

  /** Throws `Overloaded` when 2,000 pieces of work wait in the lane. */
  run<T>(
    key: string,
    work: (
      carried: Carried | undefined,
      leave: (carried: Carried | undefined) => void,
    ) => Promise<T>,
  ): Promise<T> {
    const lane = this.lanes.get(key) ?? { queue: [], carried: undefined };
    if (lane.queue.length >= mostWaitingInLane) {
      return Promise.reject(new Overloaded(`commands on ${key}`));
    }
    return new Promise<T>((resolve, reject) => {
      lane.queue.push(() => {
        const before = lane.carried;
        lane.carried = undefined;
        const turn = async () => work(before, (carried) => (lane.carried = carried));
        return turn().then(resolve, reject);
      });
      if (this.lanes.has(key)) return;
      this.lanes.set(key, lane);
      void this.drain(key, lane.queue);
    });
  }

  private async drain(key: string, queue: Turn[]): Promise<void> {
    for (let turn = queue.shift(); turn; turn = queue.shift()) await turn();
    this.lanes.delete(key);
  }
}
