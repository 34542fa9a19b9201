import type { StepsOf } from '../steps.js';
import type { commandEvents } from './events.js';

export const commandSteps: StepsOf<typeof commandEvents> = {
  CommandTaken: {
    fits: ({ phase, commander, term }, { data }) =>
      phase !== 'RESOLVED' && commander === null && data.term === term + 1,
    after: (_incident, { data, occurredAt }) => ({
      term: data.term,
      commander: { member: data.member, since: occurredAt },
    }),
  },
};
