import type { PlaybookContent } from '../../src/playbook/domain/content.js';
import type { PlaybookEvent } from '../../src/playbook/domain/events.js';
import type { PlaybookStream } from '../../src/playbook/domain/stream.js';
import { applies, evolve, initialPlaybook } from '../../src/playbook/domain/stream.js';
import { builtInContent } from '../../src/playbook/built-in.js';
import { givenOn, sampleId } from './given.js';
import type { Fold } from './given.js';

export { builtIn, builtInContent } from '../../src/playbook/built-in.js';

export const playbookFold: Fold<PlaybookStream, PlaybookEvent> = {
  initial: initialPlaybook,
  evolve,
  applies,
};
export const givenPlaybook = givenOn(playbookFold);

export const playbook = sampleId('pbk', '1');
export const says = (title: string): PlaybookContent => ({ ...builtInContent, title });
export const created: PlaybookEvent = { type: 'PlaybookCreated', data: { playbookName: 'shop' } };
export const published = (playbookVersion: number, title: string): PlaybookEvent => ({
  type: 'PlaybookVersionPublished',
  data: { playbookName: 'shop', playbookVersion, content: says(title) },
});
export const retired: PlaybookEvent = { type: 'PlaybookRetired', data: { playbookName: 'shop' } };
