import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { id, instant, list, oneOf, optional, record, text } from '../../../kernel/field.js';
import type { DataOf } from '../../../kernel/field.js';
import { updateAudience } from '../choices.js';
import { afterColon, excerpt, minute, updateFor } from '../wording.js';
import { componentStatus, publicStatus } from './choices.js';
import { readBy, statusInWords } from './wording.js';

export const maxComponents = 50;

const componentFields = {
  name: text('The part, as readers know it', 100),
  status: oneOf('How it does', componentStatus),
};
export type PublishedComponent = DataOf<typeof componentFields>;

export const publishedComponent = record(
  'PublishedComponent',
  'What an update says of one part of the product',
  componentFields,
);

const standingUpdate = record('StandingUpdate', 'A published update that was not retracted', {
  update: id('The update, by the event that published it', 'evt'),
  at: instant('When it was published'),
});

export const communicationEvents = {
  UpdatePublished: event({
    schemaVersion: 1,
    description: 'An update was published to those who wait for news',
    data: {
      audience: oneOf('Whom it is written for', updateAudience),
      text: text('The update, word for word', 20_000),
      status: optional(oneOf('What it says of the incident as a whole', publicStatus)),
      components: optional(
        list('What it says of parts of the product', publishedComponent, maxComponents),
      ),
    },
    says: (data, { actor }) =>
      `${actor} ${updateFor[data.audience]}` +
      `${data.status === undefined ? '' : ` (${statusInWords[data.status]})`}: ${excerpt(data.text)}`,
  }),

  NextUpdatePromised: event({
    schemaVersion: 1,
    description:
      'An audience was told when it will hear more. It stands in place of the earlier promise, until an update is published or the response is over',
    data: {
      audience: oneOf('Whom it was promised to', updateAudience),
      promisedFor: instant('By when the next update will be published'),
    },
    says: (data, { actor }) =>
      `${actor} promised ${readBy[data.audience]} the next update by ${minute(data.promisedFor)}`,
  }),

  UpdateRetracted: event({
    schemaVersion: 1,
    description: 'A published update no longer stands; its words stay on the record',
    data: {
      audience: oneOf('Whom it was written for', updateAudience),
      update: id('The update, by the event that published it', 'evt'),
      reason: optional(text('Why it no longer stands', 2_000)),
      latest: optional({
        ...standingUpdate,
        description: 'The latest update for the audience that stands; absent if none does',
      }),
    },
    says: (data, { actor }) =>
      `${actor} retracted an update for ${readBy[data.audience]}${afterColon(data.reason)}`,
  }),
} satisfies EventMap;
