import type { Instant } from '../../../kernel/instant.js';
import type { UpdateAudience } from '../choices.js';

export type LatestUpdate = { readonly at: Instant; readonly event: string };

/** By when the next update is to be published, and the event that promised it. */
export type UpdatePromise = { readonly at: Instant; readonly event: string };

type ByAudience<T> = Readonly<Partial<Record<UpdateAudience, T>>>;

export type CommunicationState = {
  /** Of those that were not retracted. */
  readonly latestUpdates: ByAudience<LatestUpdate>;
  /** Neither kept yet nor replaced; none once the response is over. */
  readonly promises: ByAudience<UpdatePromise>;
};

export const initialCommunication: CommunicationState = { latestUpdates: {}, promises: {} };
