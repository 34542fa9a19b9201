import type { StepsOf } from '../steps.js';
import type { communicationEvents } from './events.js';

export const communicationSteps: StepsOf<typeof communicationEvents> = {
  UpdatePublished: {
    after: ({ latestUpdates }, { id, data, occurredAt }) => ({
      latestUpdates: { ...latestUpdates, [data.audience]: { at: occurredAt, event: id } },
    }),
  },
};
