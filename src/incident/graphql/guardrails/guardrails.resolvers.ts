import './refusals.js';

export const guardrailsResolvers = [];
