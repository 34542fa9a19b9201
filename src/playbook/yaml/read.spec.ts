import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { builtIn, builtInContent, builtInFile } from '../built-in.js';
import * as choices from '../domain/choices.js';
import {
  bySeverity,
  kinds,
  minutesField,
  saysTheSame,
  type Minutes,
  type PlaybookContent,
} from '../domain/content.js';
import { maxBytes } from './file.js';
import { readPlaybook, saidIn } from './read.js';
import { mostProblems } from './schema-problems.js';
import { writePlaybook } from './write.js';

const least = ['title: Ours', 'checks:', '  - check: disk', '    title: Disk'];
const lines = (...more: string[]): string => [...least, ...more, ''].join('\n');
const contentIn = (text: string): PlaybookContent => {
  const read = readPlaybook(text, { usual: builtInContent });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.content;
};
/** `line:column path: message` */
const wrongIn = (text: string): string[] => {
  const read = readPlaybook(text, { usual: builtInContent });
  if (!('problems' in read)) throw new Error('nothing is wrong');
  return read.problems.map((one) => `${one.line}:${one.column} ${one.path}: ${one.message}`);
};

describe('a playbook that says little', () => {
  it('is otherwise as the built-in one', () => {
    expect(contentIn(lines())).toEqual({
      ...builtInContent,
      title: 'Ours',
      description: undefined,
      appliesTo: [],
      checks: [{ check: 'disk', title: 'Disk', lookAt: [] }],
    });
  });

  it('says one value for all severities, or a usual one and what differs', () => {
    const content = contentIn(
      lines(
        'guardrails: {NO_COMMANDER: {default: REASON, SEV1: BLOCK}}',
        'clocks: {STALLED: never, NO_SCOPE: {default: 20, SEV5: never}}',
        'silence: {INTERNAL: 15}',
        'windows: {leaseMinutes: 30}',
      ),
    );
    const [first] = content.guardrails;
    expect(first).toEqual({
      guardrail: 'NO_COMMANDER',
      modes: { ...bySeverity(() => 'REASON'), SEV1: 'BLOCK' },
    });
    const minutes = Object.fromEntries(
      content.clocks.map((one) => [`${one.nudge} ${one.audience ?? ''}`.trim(), one.minutes]),
    );
    expect(minutes).toMatchObject({
      STALLED: {},
      NO_SCOPE: { SEV1: 20, SEV4: 20 },
      'SILENCE INTERNAL': { SEV1: 15 },
      NO_COMMANDER: { SEV1: 5 },
    });
    expect(minutes['NO_SCOPE']).not.toHaveProperty('SEV5');
    expect(content.windows).toEqual({ suspectsMinutes: 120, leaseMinutes: 30, offerMinutes: 5 });
  });

  it('has its own templates, and the built-in ones for what these do not cover', () => {
    const content = contentIn(
      lines('templates:', '  - {audience: INTERNAL, moment: FIRST, severities: [SEV1], text: Hm}'),
    );
    const first = content.templates.filter(
      ({ audience, moment }) => audience === 'INTERNAL' && moment === 'FIRST',
    );
    expect(first.map(({ severities }) => severities)).toEqual([
      ['SEV1'],
      ['SEV2'],
      ['SEV3', 'SEV4', 'SEV5'],
    ]);
    expect(first[0]?.text).toBe('Hm');
  });

  it('may be JSON', () => {
    const checks = [{ check: 'disk', title: 'Disk' }];
    expect(contentIn(JSON.stringify({ title: 'Ours', checks }))).toEqual(contentIn(lines()));
  });
});

describe('a playbook that is not right', () => {
  it('gets every problem at once, each with its place and what would be right', () => {
    const text = [
      'titel: Ours',
      'checks:',
      '  - check: Disk space',
      '    title: Disk',
      '  - check: dns',
      '    title: DNS',
      '    lookAt: []',
      '  - check: dns',
      '    title:',
      'guardrails:',
      '  NO_COMANDER: NOTE',
      '  TWO_HATS: {default: SOMETIMES, SEV6: OFF}',
      'clocks:',
      '  STALLED: -1',
      '  NO_SCOPE: often',
      'windows: {suspectsMinutes: 1441}',
      'templates:',
      '  - audience: STATUS_PAGE',
      '    moment: FIRST',
      '    text: |',
      '      We know.',
      '      In command: {{commander}}, {{nobody}}',
      '      {{#features}}',
      '',
    ].join('\n');
    const found = wrongIn(text);
    expect(found.map((one) => one.replace(/, but .*/, ''))).toEqual([
      '1:1 : title is missing: What the playbook is called, in one line',
      '1:1 titel: There is no titel here',
      '3:12 checks.0.check: This is of a-z, 0-9 and hyphens, as in recent-deployment',
      '8:12 checks.2.check: There is a check dns already',
      '9:5 checks.2.title: This is text',
      '11:3 guardrails.NO_COMANDER: There is no NO_COMANDER here',
      '12:23 guardrails.TWO_HATS.default: This is one of OFF, NOTE, REASON, BLOCK',
      '12:34 guardrails.TWO_HATS.SEV6: There is no SEV6 here',
      '14:12 clocks.STALLED: This is 0 or more',
      '15:13 clocks.NO_SCOPE: This is never, or a whole number of minutes',
      '16:28 windows.suspectsMinutes: This is 1440 or less',
      '22:19 templates.0.text: {{commander}} may not be named here',
      '22:34 templates.0.text: There is no variable nobody',
      '23:7 templates.0.text: {{#features}} is never closed',
    ]);
  });

  it.each([
    ['twice', lines('title: Again'), '5:1 : title is said twice: leave one of them out'],
    [
      'anchors',
      lines('windows: &a {}'),
      '5:13 : Nothing is referred to in a playbook: leave the anchor out',
    ],
    [
      'aliases',
      lines('clocks: {STALLED: &a 5, NO_SCOPE: *a}'),
      '5:22 : Nothing is referred to in a playbook: leave the anchor out|5:35 : Nothing is referred to in a playbook: write it out here',
    ],
    ['numbers as keys', lines('5: x'), '5:1 : A key is a word: put quotes around it'],
    ['null', lines('description: ~'), '5:14 description: This is text'],
    [
      'control characters',
      lines('description: "a\\0b"'),
      '5:14 description: This is text, without control characters, and not only white space',
    ],
    [
      'halves of characters',
      lines('description: "\\ud83d"'),
      '5:14 description: This is text, without control characters, and not only white space',
    ],
    ['a list', '- 1\n', '1:1 : This is a map of keys to values'],
    ['a word', 'Ours', '1:1 : This is a map of keys to values'],
    [
      'a suggestion twice',
      lines(
        'suggestions:',
        '  - {kind: RESTART, of: SERVICE, why: a}',
        '  - {kind: RESTART, of: SERVICE, why: b}',
      ),
      '7:5 suggestions.1: RESTART of SERVICE is suggested already',
    ],
    [
      'a variable of another subject',
      lines('suggestions:', '  - {kind: RESTART, of: SERVICE, why: "{{feature}}"}'),
      '6:39 suggestions.0.why: There is no variable feature, but service',
    ],
    [
      'a template that is never used',
      lines(
        'templates:',
        '  - {audience: INTERNAL, moment: FIRST, text: a}',
        '  - {audience: INTERNAL, moment: FIRST, severities: [SEV1], text: b}',
      ),
      '7:5 templates.1: Templates before it fit wherever this does: it would never be used',
    ],
  ])('by %s', (_, text, problem) => {
    expect(wrongIn(text).join('|')).toBe(problem);
  });

  it.each(['{{a: 1', 'a: b: c', '"', 'a: !!js/function x', 'a\n---\nb', '\t- a'])(
    'as it is no YAML: %j',
    (text) => {
      expect(wrongIn(text).join('|')).toContain('This is not YAML');
    },
  );

  it('is read no further than it may be long, or deep, or wrong', () => {
    expect(wrongIn(`# ${'é'.repeat(maxBytes / 2)}`)).toHaveLength(1);
    for (const deep of ['[', '{a: ', '- ', '? ']) {
      const text = deep.repeat(maxBytes / deep.length);
      expect(wrongIn(text).length).toBeGreaterThan(0);
    }
    const unknown = Array.from({ length: 20_000 }, (_, index) => `a${index}: 1`).join('\n');
    expect(wrongIn(unknown)).toHaveLength(mostProblems);
  });

  it('is expanded no further than it is written', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
    );
    expect(wrongIn(['a0: &a0 x', ...bomb].join('\n')).length).toBeGreaterThan(100);
  });
});

describe('the name of a playbook', () => {
  const said = (text: string, given?: string) => {
    const { name, said } = saidIn(text, given, builtInContent);
    return said.problems?.map(({ line, path, message }) => `${line} ${path}: ${message}`) ?? name;
  };

  it('stands in the file, or beside it', () => {
    expect(said(lines('name: shop'))).toBe('shop');
    expect(said(lines(), 'shop')).toBe('shop');
    expect(said(lines('name: shop'), 'shop')).toBe('shop');
  });

  it.each([
    [lines(), undefined, '1 name: name is missing: what programs call the playbook'],
    [
      lines('name: shop'),
      'bank',
      '5 name: This is for the playbook bank, but it says that it is shop',
    ],
    [
      lines('name: first-thirty-minutes'),
      undefined,
      '5 name: first-thirty-minutes comes with Bridgelog: use another name',
    ],
    [
      lines(),
      'first-thirty-minutes',
      '1 name: first-thirty-minutes comes with Bridgelog: use another name',
    ],
    [
      lines('name: Shop'),
      undefined,
      '5 name: This is of a-z, 0-9 and hyphens, as in recent-deployment',
    ],
  ])('is refused: %j for %s', (text, given, problem) => {
    expect(said(text, given)).toEqual([problem]);
  });

  it('is told of beside all else', () => {
    expect(said('title: Ours\n')).toHaveLength(2);
  });
});

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u.test(text) && /\S/.test(text));
const awkward = fc.constantFrom(
  'no',
  '5',
  'never',
  '*a',
  '# x',
  '- x',
  ' a',
  'a ',
  'a: b',
  '~',
  '"',
);
const title = fc.oneof(line, awkward);
const prose = fc
  .array(fc.oneof(title, fc.constantFrom('', '  ', '\ta')), { minLength: 1, maxLength: 4 })
  .map((some) => some.join('\n'))
  .filter((text) => /\S/.test(text) && !text.includes('{{'));
const keys = <V extends string>(of: { readonly values: Readonly<Record<V, string>> }) =>
  Object.keys(of.values) as V[];
const some = <V extends string>(of: { readonly values: Readonly<Record<V, string>> }, least = 0) =>
  fc.subarray(keys(of), { minLength: least });
const each = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ SEV1: value, SEV2: value, SEV3: value, SEV4: value, SEV5: value });
const minutes = each(fc.oneof(fc.constant<Minutes>(null), fc.integer({ min: 0, max: 90 }))).map(
  minutesField,
);
const clocks = fc.array(minutes, { minLength: 12, maxLength: 12 }).map((all) => [
  ...kinds.timedNudges.map((nudge, at) => ({ nudge, minutes: all[at] ?? {} })),
  ...kinds.audiences.map((audience, at) => ({
    ...{ nudge: 'SILENCE' as const, audience },
    minutes: all[kinds.timedNudges.length + at] ?? {},
  })),
]);
const contents: fc.Arbitrary<PlaybookContent> = fc.record(
  {
    title,
    description: prose,
    appliesTo: fc.array(
      fc.record({
        services: fc.array(title, { maxLength: 3 }),
        severities: some(choices.severity),
        modes: some(choices.mode),
        priority: fc.nat(1_000),
      }),
      { maxLength: 3 },
    ),
    checks: fc.uniqueArray(
      fc.record({
        check: fc.stringMatching(/^[a-z0-9-]{1,8}$/),
        title,
        lookAt: fc.array(fc.record({ title, text: prose }), { maxLength: 2 }),
      }),
      { selector: ({ check }) => check, minLength: 1, maxLength: 4 },
    ),
    suggestions: fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom(...keys(choices.actionKind)),
        of: fc.constantFrom(...keys(choices.suggestionSubject)),
        why: prose,
      }),
      { selector: ({ kind, of }) => `${kind} ${of}`, maxLength: 4 },
    ),
    guardrails: fc
      .array(each(fc.constantFrom(...keys(choices.guardrailMode))), { minLength: 9, maxLength: 9 })
      .map((all) =>
        kinds.guardrails.map((guardrail, at) => ({
          guardrail,
          modes: all[at] ?? bySeverity(() => 'OFF' as const),
        })),
      ),
    clocks,
    windows: fc.record({
      suspectsMinutes: fc.integer({ min: 1, max: 1_440 }),
      leaseMinutes: fc.integer({ min: 1, max: 1_440 }),
      offerMinutes: fc.integer({ min: 1, max: 60 }),
    }),
    templates: fc.array(prose, { minLength: 12, maxLength: 12 }).map((texts) =>
      choices.audiences.flatMap((audience, row) =>
        choices.moments.map((moment, column) => ({
          ...{ audience, moment, severities: choices.severities },
          text: texts[row * 4 + column] ?? 'x',
        })),
      ),
    ),
  },
  {
    requiredKeys: [
      'title',
      'appliesTo',
      'checks',
      'suggestions',
      'guardrails',
      'clocks',
      'windows',
      'templates',
    ],
  },
);

describe('a playbook that is written and read again', () => {
  it('says the same', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const read = readPlaybook(writePlaybook('ours', content), { usual: builtInContent });
        expect(read).toEqual({ name: 'ours', content });
      }),
      { numRuns: 50 },
    );
  });

  it('says the same where it left something out', () => {
    const content = contentIn(lines('guardrails: {TWO_HATS: {default: OFF, SEV1: BLOCK}}'));
    expect(saysTheSame(contentIn(writePlaybook('ours', content)), content)).toBe(true);
  });

  it('is the built-in file byte for byte', () => {
    expect(writePlaybook(builtIn.name, builtInContent)).toBe(readFileSync(builtInFile, 'utf8'));
  });

  it('leaves nothing out of the built-in file', () => {
    const read = readPlaybook(readFileSync(builtInFile, 'utf8'), {
      usual: { ...builtInContent, suggestions: [], guardrails: [], clocks: [], templates: [] },
    });
    expect(read).toEqual({ name: 'first-thirty-minutes', content: builtInContent });
  });
});
