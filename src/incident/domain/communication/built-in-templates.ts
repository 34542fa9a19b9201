import type { Severity, UpdateAudience } from '../choices.js';
import { audiences, moments } from './choices.js';
import type { UpdateMoment } from './choices.js';

export type UpdateTemplate = {
  readonly audience: UpdateAudience;
  readonly severities: readonly Severity[];
  readonly moment: UpdateMoment;
  readonly text: string;
};

type Texts = Readonly<Record<UpdateMoment, string>>;

const lines = (...parts: string[]): string => parts.join('\n');
const onlyWith = (name: string, line: string): string =>
  lines(`{{#${name}}}`, line, `{{/${name}}}`);

const nextNews = onlyWith('nextUpdateAt', 'Next update by {{nextUpdateAt}}.');
const affected = lines(
  onlyWith('scope', 'Affected: {{scope}}.'),
  '{{^scope}}',
  'What is affected is not known yet.',
  '{{/scope}}',
);
const underWay = onlyWith('actionsUnderWay', 'Under way: {{actionsUnderWay}}.');
const done = onlyWith('whatWasDone', 'Done: {{whatWasDone}}.');
const commander = onlyWith('commander', 'In command: {{commander}}.');

const headed = (state: string): string => `{{reference}} ({{severity}}) ${state}: {{title}}`;
const internalProgress = lines(headed('goes on'), affected, done, underWay, commander, nextNews);
const internalContained = lines(
  headed('is contained'),
  'Users are no longer hurt, as far as we can see. The cause may still be there.',
  done,
  underWay,
  commander,
  nextNews,
);
const internalResolved = lines(
  headed('is resolved'),
  onlyWith('impactMinutes', 'Users were hurt for {{impactMinutes}} minutes.'),
  done,
);

const internalUrgent: Texts = {
  FIRST: lines(
    headed('was declared'),
    affected,
    commander,
    '{{^commander}}',
    'Nobody commands yet: whoever can, please take command.',
    '{{/commander}}',
    'Please change nothing that is not directed.',
    nextNews,
  ),
  PROGRESS: internalProgress,
  CONTAINED: internalContained,
  RESOLVED: lines(internalResolved, 'A review will follow.'),
};
const internalUsual: Texts = {
  FIRST: lines(headed('was declared'), affected, commander, nextNews),
  PROGRESS: internalProgress,
  CONTAINED: internalContained,
  RESOLVED: internalResolved,
};

const what = '{{#features}}{{features}}{{/features}}{{^features}}our service{{/features}}';
const whomAndSince = lines(
  onlyWith('whom', 'It affects {{whom}}.'),
  onlyWith('impactStartedAt', 'It began at {{impactStartedAt}}.'),
);
const components = onlyWith('components', 'How things stand: {{components}}.');
const lasted = onlyWith('impactMinutes', 'It affected users for {{impactMinutes}} minutes.');

const statusUrgent: Texts = {
  FIRST: lines(
    `We are investigating a serious problem with ${what}, and it has our full attention.`,
    whomAndSince,
    nextNews,
  ),
  PROGRESS: lines(
    `The serious problem with ${what} is not solved yet, and it has our full attention.`,
    components,
    nextNews,
  ),
  CONTAINED: lines(
    `The problem with ${what} no longer affects users, as far as we can see.`,
    'We are still working on its cause, and are watching closely.',
    components,
    nextNews,
  ),
  RESOLVED: lines(
    `The problem with ${what} is resolved.`,
    lasted,
    'We are sorry. We will look into what happened, and into how to prevent it.',
  ),
};
const statusUsual: Texts = {
  FIRST: lines(`We are investigating a problem with ${what}.`, whomAndSince, nextNews),
  PROGRESS: lines(`We are still working on the problem with ${what}.`, components, nextNews),
  CONTAINED: statusUrgent.CONTAINED,
  RESOLVED: lines(`The problem with ${what} is resolved.`, lasted, 'We are sorry for the trouble.'),
};

/** Customers are spoken to: the same news, and what it may mean for them. */
const toCustomers = (texts: Texts): Texts => ({
  FIRST: lines('You may be affected by a problem on our side.', texts.FIRST),
  PROGRESS: lines('We wrote to you about a problem on our side.', texts.PROGRESS),
  CONTAINED: lines('We wrote to you about a problem on our side.', texts.CONTAINED),
  RESOLVED: lines(texts.RESOLVED, 'If you still see problems, please let us know.'),
});

type Group = {
  readonly severities: readonly Severity[];
  readonly texts: Readonly<Record<UpdateAudience, Texts>>;
};

const urgent: Group = {
  severities: ['SEV1', 'SEV2'],
  texts: {
    INTERNAL: internalUrgent,
    STATUS_PAGE: statusUrgent,
    CUSTOMERS: toCustomers(statusUrgent),
  },
};
const usual: Group = {
  severities: ['SEV3', 'SEV4', 'SEV5'],
  texts: {
    INTERNAL: internalUsual,
    STATUS_PAGE: statusUsual,
    CUSTOMERS: toCustomers(statusUsual),
  },
};

const templateIn = (
  { severities, texts }: Group,
  audience: UpdateAudience,
  moment: UpdateMoment,
): UpdateTemplate => ({ audience, severities, moment, text: texts[audience][moment] });

export const builtInTemplate = (
  audience: UpdateAudience,
  severity: Severity,
  moment: UpdateMoment,
): UpdateTemplate =>
  templateIn(urgent.severities.includes(severity) ? urgent : usual, audience, moment);

/** One for every audience, group of severities and moment. */
export const builtInTemplates: readonly UpdateTemplate[] = [urgent, usual].flatMap((group) =>
  audiences.flatMap((audience) => moments.map((moment) => templateIn(group, audience, moment))),
);
