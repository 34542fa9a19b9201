import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { flag, id, optional, personal, text } from '../../../kernel/field.js';
import { afterColon, excerpt } from '../wording.js';

const help = id('The request for help', 'hlp');

export const helpEvents = {
  HelpRequested: event({
    schemaVersion: 1,
    description: 'The responders asked for help',
    data: {
      help,
      need: text('What is needed', 2_000),
      skill: optional(text('The skill or team that is looked for', 200)),
    },
    says: (data, { actor }) =>
      `${actor} requested help${data.skill === undefined ? '' : ` from ${data.skill}`}: ${excerpt(data.need)}`,
  }),

  HelpEngaged: event({
    schemaVersion: 1,
    description: 'Somebody was found who helps: a member, or somebody outside',
    data: {
      help,
      helper: optional(id('The member who helps', 'mem')),
      party: personal(optional(text('Who helps, if no member does', 200)), 'help'),
      contact: personal(optional(text('How to reach them', 200)), 'help'),
    },
    says: (data, names) => {
      const who = data.helper === undefined ? (data.party ?? 'somebody') : names.of(data.helper);
      return `${names.actor} engaged ${who} for ${names.of(data.help)}`;
    },
  }),

  HelpReleased: event({
    schemaVersion: 1,
    description: 'The help is no longer needed, whether or not somebody was engaged',
    data: {
      help,
      remark: optional(text('What came of it', 2_000)),
      wasEngaged: optional(flag('Whether somebody was engaged; absent if not')),
    },
    says: (data, names) =>
      `${names.actor} released ${names.of(data.help)}${afterColon(data.remark)}`,
  }),
} satisfies EventMap;
