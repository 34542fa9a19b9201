import { format } from 'prettier';
import { changeEvents } from '../dist/src/change/domain/events.js';
import { incidentEvents } from '../dist/src/incident/domain/events.js';
import { organizationEvents } from '../dist/src/organization/domain/events.js';
import { playbookEvents } from '../dist/src/playbook/domain/events.js';

const streams = [
  [
    'incident',
    'Everything that happened in one incident. The stream is the incident: its id is `inc_...`.',
    incidentEvents,
  ],
  [
    'change',
    'One deploy, configuration change, flag flip, change of infrastructure or migration, `chg_...`. Every member sees its events.',
    changeEvents,
  ],
  [
    'playbook',
    'The versions of one playbook, `pbk_...`: what incidents are run by.',
    playbookEvents,
  ],
  [
    'organization',
    'Members, integrations and tokens: changed by events too, so that changes of rights are on the record. There is one such stream in each ledger, `org_...`. Over the API, only admins see its events.',
    organizationEvents,
  ],
];
const start = '## Stream `incident`';

const anchor = (name) => `[${name}](#${name.toLowerCase()})`;
const number = (value) => value.toLocaleString('en-US');
const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (...rows) => [
  rows[0],
  row(...rows[0].match(/\| /g).map(() => '---')),
  ...rows.slice(1),
];

const range = ({ min, max }) =>
  max === Number.MAX_SAFE_INTEGER ? `integer from ${min}` : `integer from ${min} to ${number(max)}`;

const typeOf = (field) => {
  switch (field.kind) {
    case 'text':
      return `text, 1 to ${number(field.max)} characters`;
    case 'integer':
      return range(field);
    case 'flag':
      return 'true or false';
    case 'id':
      return `id, \`${field.prefix}_...\``;
    case 'choice':
      return anchor(field.choice.name);
    case 'record':
      return anchor(field.name);
    case 'list':
      return `list of at most ${field.max}: ${typeOf(field.of)}`;
    default:
      return field.kind;
  }
};

const marks = (field) =>
  [
    field.optional && 'optional',
    field.personalTo && `personal to \`${field.personalTo}\`, stored sealed`,
    field.withheld && 'not in the API',
  ]
    .filter(Boolean)
    .map((mark) => `; ${mark}`)
    .join('');

const fieldTable = (fields) =>
  table(
    row('field', 'type', 'what it says'),
    ...Object.entries(fields).map(([name, field]) =>
      row(`\`${name}\``, typeOf(field) + marks(field), field.description),
    ),
  );

/** Every record and choice that the fields lead to, by name. */
const gather = (fields, found) => {
  for (const field of Object.values(fields)) {
    const single = field.kind === 'list' ? field.of : field;
    if (single.kind === 'choice') found.choices.set(single.choice.name, single.choice);
    if (single.kind !== 'record') continue;
    found.records.set(single.name, single);
    gather(single.fields, found);
  }
};

/** docs/events.md with all from the first stream on as the code says; what comes before is kept. */
export const eventsPage = (page) => {
  const found = { records: new Map(), choices: new Map() };
  const lines = [page.slice(0, page.indexOf(start)).trimEnd()];
  for (const [name, about, events] of streams) {
    lines.push('', `## Stream \`${name}\``, '', about);
    for (const [type, { description, schemaVersion, data }] of Object.entries(events)) {
      gather(data, found);
      lines.push('', `### ${type}`, '', `${description}. Schema version ${schemaVersion}.`, '');
      lines.push(...fieldTable(data));
    }
  }
  lines.push('', '## Records');
  for (const { name, description, fields } of found.records.values()) {
    lines.push('', `### ${name}`, '', `${description}.`, '', ...fieldTable(fields));
  }
  lines.push('', '## Closed sets');
  for (const { name, description, values } of found.choices.values()) {
    const rows = Object.entries(values).map(([value, meaning]) => row(`\`${value}\``, meaning));
    lines.push(
      '',
      `### ${name}`,
      '',
      `${description}.`,
      '',
      ...table(row('value', 'meaning'), ...rows),
    );
  }
  return format(`${lines.join('\n')}\n`, { parser: 'markdown', printWidth: 100 });
};
