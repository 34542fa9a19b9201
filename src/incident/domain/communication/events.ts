import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { oneOf, text } from '../../../kernel/field.js';
import { updateAudience } from '../choices.js';
import { excerpt, updateFor } from '../wording.js';

export const communicationEvents = {
  UpdatePublished: event({
    schemaVersion: 1,
    description: 'An update was published to those who wait for news',
    data: {
      audience: oneOf('Whom it is written for', updateAudience),
      text: text('The update, word for word', 20_000),
    },
    says: (data, { actor }) => `${actor} ${updateFor[data.audience]}: ${excerpt(data.text)}`,
  }),
} satisfies EventMap;
