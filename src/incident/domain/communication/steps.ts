import { unresolved } from '../choices.js';
import type { UpdateAudience } from '../choices.js';
import type { StepsOf } from '../steps.js';
import type { communicationEvents } from './events.js';
import type { CommunicationState } from './state.js';

/** What the end of the response makes of promises: nobody waits for news any more. */
export const promisesVoid: Pick<CommunicationState, 'promises'> = { promises: {} };

export const communicationSteps: StepsOf<typeof communicationEvents> = {
  UpdatePublished: {
    after: ({ latestUpdates, promises }, { id, data, occurredAt }) => ({
      latestUpdates: { ...latestUpdates, [data.audience]: { at: occurredAt, event: id } },
      promises: without(data.audience, promises),
    }),
  },
  NextUpdatePromised: {
    fits: ({ phase }) => unresolved.includes(phase),
    after: ({ promises }, { id, data }) => ({
      promises: { ...promises, [data.audience]: { at: data.promisedFor, event: id } },
    }),
  },
  UpdateRetracted: {
    fits: ({ latestUpdates }, { data }) => latestUpdates[data.audience] !== undefined,
    after: ({ latestUpdates }, { data: { audience, latest } }) => ({
      latestUpdates:
        latest === undefined
          ? without(audience, latestUpdates)
          : { ...latestUpdates, [audience]: { at: latest.at, event: latest.update } },
    }),
  },
};

const without = <T>(
  audience: UpdateAudience,
  of: Readonly<Partial<Record<UpdateAudience, T>>>,
): Readonly<Partial<Record<UpdateAudience, T>>> => {
  const { [audience]: _gone, ...rest } = of;
  return rest;
};
