import type { StepsOf } from '../steps.js';
import type { reviewEvents } from './events.js';
import { maxFindings } from './state.js';

export const reviewSteps: StepsOf<typeof reviewEvents> = {
  ReviewStarted: {
    fits: ({ review }) => review === null,
    after: (_incident, { data }) => ({
      review: { lead: data.lead, dueAt: data.dueAt ?? null, editions: 0 },
    }),
  },
  ReviewChanged: {
    fits: ({ review }) => review !== null,
    after: ({ review }, { data }) => ({
      review: review && { ...review, lead: data.lead, dueAt: data.dueAt ?? null },
    }),
  },
  FindingRecorded: {
    fits: ({ findings }) => findings < maxFindings,
    after: ({ findings }) => ({ findings: findings + 1 }),
  },
  FindingRevised: { fits: ({ findings }) => findings > 0 },
  FindingWithdrawn: {
    fits: ({ findings }) => findings > 0,
    after: ({ findings }) => ({ findings: findings - 1 }),
  },
  ReviewPublished: {
    fits: ({ review }, { data }) => review?.editions === data.edition - 1,
    after: ({ review }, { data }) => ({ review: review && { ...review, editions: data.edition } }),
  },
};
