import { refusalType } from '../../../platform/graphql/refusal.js';

refusalType({
  CHANNEL_TAKEN: 'The chat channel serves another incident.',
  TOO_MANY_REFERENCES: 'As many references are bound as may be.',
});
