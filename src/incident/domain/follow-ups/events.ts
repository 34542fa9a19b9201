import { event } from '../../../kernel/event.js';
import type { EventMap, Names } from '../../../kernel/event.js';
import type { DataOf } from '../../../kernel/field.js';
import { flag, id, instant, oneOf, optional, record, text } from '../../../kernel/field.js';
import { evidence, reason, remark } from '../fields.js';
import { afterColon, excerpt, minute } from '../wording.js';
import { followUpKind, followUpOutcome } from './choices.js';

export const ticket = record('Ticket', 'What another system keeps of a follow-up', {
  system: text('The other system, as `jira`', 80),
  key: text('What the ticket is called there, as `OPS-42`', 200),
  url: optional(text('Where to open it', 2_000)),
});

const followUp = id('The follow-up', 'fol');
const words = {
  followUp,
  title: text('What is to be done, in one line', 200),
  description: optional(text('The same in more words', 5_000)),
  followUpKind: oneOf('What it is meant to achieve', followUpKind),
  owner: optional(id('The member who sees to it', 'mem')),
  team: optional(text('The team that sees to it, where no member does', 200)),
  dueAt: optional(instant('When it should be done; absent if nobody said')),
  ticket: optional(ticket),
  fromFinding: optional(id('The finding that it follows from', 'fnd')),
};

export const followUpsEvents = {
  FollowUpAdded: event({
    schemaVersion: 1,
    description: 'Something is to be done because of the incident, also after it',
    data: words,
    says: (data, names) => `${names.actor} added a follow-up: ${inSentence(data, names)}`,
  }),

  FollowUpRevised: event({
    schemaVersion: 1,
    description: 'A follow-up was put in other words, or has another owner, time or ticket',
    data: {
      ...words,
      isMoved: optional(flag('Whether it is open and has another time, or none any more')),
      reason: reason('Why it was revised'),
    },
    says: (data, names) =>
      `${names.actor} revised a follow-up: ${inSentence(data, names)}${afterColon(data.reason)}`,
  }),

  FollowUpCompleted: event({
    schemaVersion: 1,
    description: 'A follow-up was done, or it was decided that it will not be',
    data: {
      followUp,
      followUpOutcome: oneOf('Whether it was done', followUpOutcome),
      remark: remark('What was done, or why it will not be'),
      url: optional(text('What shows it, as a pull request', 2_000)),
      evidence,
    },
    says: (data, names) =>
      (data.followUpOutcome === 'DONE'
        ? `${names.actor} completed ${names.of(data.followUp)}`
        : `${names.actor} decided against ${names.of(data.followUp)}`) + afterColon(data.remark),
  }),

  FollowUpReopened: event({
    schemaVersion: 1,
    description: 'A follow-up that was completed is to be done after all',
    data: {
      followUp,
      dueAt: optional(instant('When it should be done; absent if nobody said')),
      reason: reason('Why it is not done'),
    },
    says: (data, names) =>
      `${names.actor} reopened ${names.of(data.followUp)}${afterColon(data.reason)}`,
  }),
} satisfies EventMap;

/** `Alert on CPU (Grace, by 2019-07-09 12:00 UTC, OPS-42)`. */
const inSentence = (
  { title, owner, team, dueAt, ticket: kept }: DataOf<typeof words>,
  names: Names,
): string => {
  const more = [
    owner === undefined ? team : names.of(owner),
    dueAt && `by ${minute(dueAt)}`,
    kept?.key,
  ].filter((part) => part !== undefined);
  return excerpt(title) + (more.length === 0 ? '' : ` (${more.join(', ')})`);
};
