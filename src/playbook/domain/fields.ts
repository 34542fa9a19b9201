import { integer, list, oneOf, optional, record, text } from '../../kernel/field.js';
import type { DataOf } from '../../kernel/field.js';
import * as choices from './choices.js';

export const maxChecks = 30;
/** Of the suspects' window: a day. What looks for the incidents of a change looks so far. */
export const maxWindowMinutes = 1_440;

export const check = text('The key of the check, such as `database`', 40);
export const title = text('What is checked, in a few words', 100);
export const lookAtItem = record('LookAt', 'One thing to look at in a check', {
  title: text('What to look at, in a few words', 100),
  text: text('How to look, and what bad looks like', 500),
});
export const lookAt = list('What to look at, in order', lookAtItem, 10);

const plannedFields = { check, title, lookAt };
/** A check as an incident is to run it. */
export type PlannedCheck = DataOf<typeof plannedFields>;
export const plannedChecks = list(
  'What is to be checked, in order',
  record('PlannedCheck', 'A check as the playbook has it', plannedFields),
  maxChecks,
);

const severities = list(
  'The severities that it is for',
  oneOf('A severity', choices.severity),
  choices.severities.length,
);

export const rule = record(
  'PlaybookRule',
  'Incidents that a playbook is for: all that is given has to hold, and what is empty holds always',
  {
    services: list(
      'Names of services, in which `*` stands for any characters',
      text('A name, or a pattern', 100),
      50,
    ),
    severities,
    modes: list('The modes that it is for', oneOf('A mode', choices.mode), 3),
    priority: integer('Of several that hold, the rule with the highest is followed', 0, 1_000),
  },
);

export const why = text('One sentence that says why: a template', 500);
export const suggestion = record('PlaybookSuggestion', 'What to try to contain an incident', {
  kind: oneOf('What is to be done', choices.actionKind),
  of: oneOf('What it is suggested for', choices.suggestionSubject),
  why,
});

/** Of a guardrail. */
export const mode = (worst: choices.Severity) => oneOf(`At ${worst}`, choices.guardrailMode);
export const modeBySeverity = record('ModeBySeverity', 'What a guardrail does at each severity', {
  SEV1: mode('SEV1'),
  SEV2: mode('SEV2'),
  SEV3: mode('SEV3'),
  SEV4: mode('SEV4'),
  SEV5: mode('SEV5'),
});
export const guardrailSetting = record('PlaybookGuardrail', 'How a guardrail is set', {
  guardrail: oneOf('The guardrail', choices.guardrail),
  modes: modeBySeverity,
});

/** Of a clock. */
export const minutes = (at: choices.Severity) =>
  optional(integer(`At ${at}; absent is never`, 0, 7 * 1_440));
export const minutesBySeverity = record('MinutesBySeverity', 'Minutes at each severity', {
  SEV1: minutes('SEV1'),
  SEV2: minutes('SEV2'),
  SEV3: minutes('SEV3'),
  SEV4: minutes('SEV4'),
  SEV5: minutes('SEV5'),
});
export const clockSetting = record(
  'PlaybookClock',
  'When people are reminded of something: after its cause, or before what expires',
  {
    nudge: oneOf('What they are reminded of', choices.nudge),
    audience: optional(oneOf('Of silence: whose', choices.updateAudience)),
    minutes: minutesBySeverity,
  },
);

export const windows = record('PlaybookWindows', 'How long something counts, in minutes', {
  suspectsMinutes: integer(
    'How long before the impact a change may have begun to be linked as a suspect',
    1,
    maxWindowMinutes,
  ),
  leaseMinutes: integer('How long an action holds its target unless said otherwise', 1, 1_440),
  offerMinutes: integer('How long an offer of command stands unless said otherwise', 1, 60),
});

export const templateText = text('The text, with `{{variable}}`', 4_000);
export const template = record('PlaybookTemplate', 'A text that updates are drafted from', {
  audience: oneOf('Whom it is written for', choices.updateAudience),
  moment: oneOf('The point of the incident that it is for', choices.updateMoment),
  severities,
  text: templateText,
});
