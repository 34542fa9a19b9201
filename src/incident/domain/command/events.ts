import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { flag, id, instant, integer, optional } from '../../../kernel/field.js';
import { remark } from '../fields.js';
import { afterColon, minute } from '../wording.js';

const term = integer('Counts the times that somebody came into command, from 1 up', 1);
const offeredTo = {
  term: integer('The term of command in which it was offered', 1),
  member: id('The person to whom command was offered', 'mem'),
};

export const commandEvents = {
  CommandTaken: event({
    schemaVersion: 1,
    description: 'A person took command while nobody commanded',
    data: { term, member: id('The person who commands from now on', 'mem') },
    says: ({ term, member }, names) => `${names.of(member)} took command (term ${term})`,
  }),

  CommandOffered: event({
    schemaVersion: 1,
    description: 'The commander offered command to somebody, who may accept it',
    data: {
      ...offeredTo,
      until: instant('Until when it may be accepted'),
      remark: remark('What the other has to know'),
    },
    says: ({ member, until, remark }, names) =>
      `${names.actor} offered command to ${names.of(member)} until ${minute(until)}${afterColon(remark)}`,
  }),

  CommandAccepted: event({
    schemaVersion: 1,
    description: 'The person to whom command was offered accepted it, and commands from now on',
    data: {
      term,
      member: id('The person who commands from now on', 'mem'),
      formerCommander: id('The person who commanded until now, and had offered it', 'mem'),
    },
    says: ({ term, member, formerCommander }, names) =>
      `${names.of(member)} accepted command from ${names.of(formerCommander)} (term ${term})`,
  }),

  CommandDeclined: event({
    schemaVersion: 1,
    description: 'The person to whom command was offered does not want it: it stays where it is',
    data: { ...offeredTo, remark: remark('Why it was declined') },
    says: ({ member, remark }, names) =>
      `${names.of(member)} declined the offer of command${afterColon(remark)}`,
  }),

  CommandOfferWithdrawn: event({
    schemaVersion: 1,
    description:
      'An offer of command was taken back, or ended with the response, the term, or the sight of whom it was made to',
    data: offeredTo,
    says: ({ member }, names) =>
      `${names.actor} withdrew the offer of command to ${names.of(member)}`,
  }),

  CommandOfferExpired: event({
    schemaVersion: 1,
    description: 'An offer of command was not accepted in time: command stays where it is',
    data: offeredTo,
    says: ({ member }, names) => `The offer of command to ${names.of(member)} expired`,
  }),

  CommandRelinquished: event({
    schemaVersion: 1,
    description: 'The commander gave command up: nobody commands until somebody takes it',
    data: {
      term: integer('The term of command that ended', 1),
      member: id('The person who commanded until now', 'mem'),
      remark: remark('Why, and what the next commander has to know'),
      mayNoLongerRespond: optional(
        flag('Whether it was taken from them since they could not respond any more'),
      ),
    },
    says: ({ member, remark, mayNoLongerRespond }, names) =>
      mayNoLongerRespond
        ? `Command of ${names.of(member)} ended, who may no longer respond`
        : `${names.of(member)} relinquished command${afterColon(remark)}`,
  }),
} satisfies EventMap;
