import type { Instant } from '../../../kernel/instant.js';
import type { UpdateAudience } from '../choices.js';

export type LatestUpdate = { readonly at: Instant; readonly event: string };

export type CommunicationState = {
  readonly latestUpdates: Readonly<Partial<Record<UpdateAudience, LatestUpdate>>>;
};

export const initialCommunication: CommunicationState = { latestUpdates: {} };
