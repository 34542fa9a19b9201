import { choice } from '../../../kernel/field.js';

export const commandBeginning = choice('CommandBeginning', 'How somebody came into command', {
  TAKEN: 'They took it while nobody commanded',
  HANDED_OVER: 'They accepted it from the commander before them',
});

export const commandEnding = choice('CommandEnding', 'How somebody ceased to command', {
  HANDED_OVER: 'The next commander accepted it from them',
  RELINQUISHED: 'They gave it up, and nobody commanded',
});
