import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { id, instant, integer, oneOf, optional, text } from '../../../kernel/field.js';
import { evidence, reason } from '../fields.js';
import { afterColon, excerpt, minute } from '../wording.js';
import { findingKind } from './choices.js';
import { about } from './wording.js';

const lead = id('The member who leads the review from now on', 'mem');
const dueAt = optional(instant('When it should be done; absent if nobody said'));
const finding = id('The finding', 'fnd');
const found = {
  finding,
  findingKind: oneOf('What it is about', findingKind),
  text: text('What was found', 5_000),
  evidence,
};

export const reviewEvents = {
  ReviewStarted: event({
    schemaVersion: 1,
    description: 'Somebody began to look back at the incident, to learn from it',
    data: { lead, dueAt },
    says: (data, names) =>
      `${names.actor} started the review, led by ${names.of(data.lead)}${by(data.dueAt)}`,
  }),

  ReviewChanged: event({
    schemaVersion: 1,
    description: 'Somebody else leads the review, or it should be published at another time',
    data: { lead, dueAt, formerLead: optional(id('Who led it before, if somebody else', 'mem')) },
    says: (data, names) =>
      data.formerLead === undefined
        ? `${names.actor} planned the review${by(data.dueAt)}`
        : `${names.actor} handed the review from ${names.of(data.formerLead)} to ${names.of(data.lead)}${by(data.dueAt)}`,
  }),

  FindingRecorded: event({
    schemaVersion: 1,
    description: 'Something was learned from the incident',
    data: found,
    says: (data, { actor }) =>
      `${actor} recorded ${about[data.findingKind]}: ${excerpt(data.text)}`,
  }),

  FindingRevised: event({
    schemaVersion: 1,
    description: 'A finding was put in other words; the earlier ones stay on the record',
    data: { ...found, reason: reason('Why it was revised') },
    says: (data, { actor }) => `${actor} revised ${about[data.findingKind]}: ${excerpt(data.text)}`,
  }),

  FindingWithdrawn: event({
    schemaVersion: 1,
    description: 'A finding turned out not to hold; it stays on the record',
    data: { finding, reason: reason('Why it does not hold') },
    says: (data, names) =>
      `${names.actor} withdrew ${names.of(data.finding)}${afterColon(data.reason)}`,
  }),

  ReviewPublished: event({
    schemaVersion: 1,
    description: 'The review was made known; earlier editions stay readable',
    data: {
      edition: integer('Its number among the editions, from 1 on', 1),
      text: text('What there is to learn, in Markdown or plain words', 50_000),
      url: optional(text('Where the document is, if it is elsewhere', 2_000)),
    },
    says: (data, { actor }) =>
      `${actor} published ${data.edition === 1 ? 'the review' : `edition ${data.edition} of the review`}: ${excerpt(data.text)}`,
  }),
} satisfies EventMap;

const by = (due: string | undefined): string =>
  due === undefined ? '' : `, to be published by ${minute(due)}`;
