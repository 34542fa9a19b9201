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

  it.each(['{{a: 1', 'a: b: c', '"', '\t- a', '%FOO\n---\na'])('as it is no YAML: %j', (text) => {
    expect(wrongIn(text).join('|')).toContain('This is not YAML');
  });

  const tagged = 'Nothing has a tag in a playbook: leave it out';
  const referring = 'Nothing is referred to in a playbook';
  it.each([
    [
      'a byte order mark',
      '\uFEFFtitle: 5\nchecks: [{check: a, title: A}]',
      ['1:8 title: This is text'],
    ],
    [
      'other line ends',
      lines('clocks: {NO_SCOPE: 3.5}', 'templates:', '  - audience: CUSTOMERS', '    moment: FIRST')
        .concat('    text: |\n      hello\n      {{foo}}\n')
        .replaceAll('\n', '\r\n'),
      [
        '5:20 clocks.NO_SCOPE: This is a whole number',
        expect.stringMatching(/^11:7 templates\.0\.text: There is no variable foo/),
      ],
    ],
    [
      'what is said twice, of which the first counts',
      `title: 5\n${lines()}windows: {leaseMinutes: 5}\nwindows: {leaseMinutes: 0}`,
      [
        '1:8 title: This is text',
        '2:1 : title is said twice: leave one of them out',
        '7:1 : windows is said twice: leave one of them out',
      ],
    ],
    [
      'an anchor, and what is wrong with the value behind it',
      'title: &a 5\nchecks: [{check: a, title: A}]',
      [`1:11 : ${referring}: leave the anchor out`, '1:11 title: This is text'],
    ],
    [
      'an alias, of which the value is not missed once more',
      lines('windows: *w'),
      [`5:10 : ${referring}: write it out here`],
    ],
    [
      'tags, and all else',
      'title: !foo T\nfoo: 1\nchecks: [{check: a, title: !!binary aGk=}]',
      [`1:8 : ${tagged}`, expect.stringMatching(/^2:1 foo: There is no foo/), `3:28 : ${tagged}`],
    ],
    [
      'what YAML 1.1 would have merged, and read in base 60',
      `%YAML 1.1\n---\n${lines('<<: {title: Theirs}', 'clocks: {NO_SCOPE: 1:30}')}`,
      [
        expect.stringMatching(/^7:1 <<: There is no << here/),
        '8:20 clocks.NO_SCOPE: This is never, or a whole number of minutes',
      ],
    ],
    [
      'a second document, and what is wrong in the first',
      `${lines('foo: 1')}---\n${lines()}`,
      [
        expect.stringMatching(/^5:1 foo: There is no foo/),
        '6:1 : A playbook is one document: leave out what begins here',
      ],
    ],
    [
      'a quote that is never closed, where it begins',
      'title: "Ours\nchecks:\n  - check: a\n',
      ['1:8 : This is not YAML: Missing closing "quote'],
    ],
    [
      'minutes of nothing',
      lines('clocks:', '  NO_SCOPE:', '  STALLED: off', '  CALL_FOR_HELP: [1]'),
      ['6:3', '7:12', '8:18'].map((place) =>
        expect.stringMatching(`^${place} clocks.*: This is never, or a whole number of minutes$`),
      ),
    ],
    [
      'a template for no severity',
      lines('templates:', '  - {audience: INTERNAL, moment: FIRST, severities: [], text: a}'),
      ['6:53 templates.0.severities: This has at least 1'],
    ],
    [
      'keys that are no words',
      `5: x\n? [a]\n: y\n__proto__: {title: x}\n${lines()}`,
      [
        '1:1 : A key is a word: put quotes around it',
        '2:3 : A key is a word: put quotes around it',
        expect.stringMatching(/^4:1 __proto__: There is no __proto__/),
      ],
    ],
  ])('where it stands: %s', (_, text, problems) => {
    expect(wrongIn(text)).toEqual(problems);
  });

  it('in a time that does not grow with what is wrong', () => {
    const template = '  - audience: CUSTOMERS\n    moment: FIRST\n    text: |\n      ';
    const one = (tags: string, times: number) => template + tags.repeat(times) + '\n';
    for (const templates of [one('{{#a}}', 42_000), one('{{x\n      ', 25_000)])
      expect(wrongIn(lines('templates:', templates)).length).toBeGreaterThan(0);
    const many = one('{{#a}}\n      ', 320).repeat(60);
    expect(wrongIn(lines('templates:', many))).toHaveLength(mostProblems);
  });

  it('as it would be too long to be imported again', () => {
    const templates = kinds.audiences.flatMap((audience) =>
      Object.keys(choices.updateMoment.values).flatMap((moment) =>
        choices.severities.map((severity) => ({
          ...{ audience, moment, severities: [severity] },
          text: 'é\n'.repeat(1_500),
        })),
      ),
    );
    const few = { title: 'Ours', checks: [{ check: 'a', title: 'A' }], templates };
    const size = Buffer.byteLength(JSON.stringify(few));
    expect(size).toBeLessThan(2 * maxBytes);
    const fitting = templates.slice(0, Math.floor((templates.length * maxBytes) / size) - 2);
    const text = JSON.stringify({ ...few, templates: fitting });
    expect(Buffer.byteLength(text)).toBeLessThan(maxBytes);
    expect(wrongIn(text)).toEqual([
      expect.stringMatching(/^1:1 : A playbook has at most 262144 bytes, with nothing left out/),
    ]);
  });

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
    [
      lines(),
      'My shop',
      '1 name: My shop is no name: 1 to 60 of a-z, 0-9, and hyphens between them',
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

  it('says the same whatever order severities stand in, and however often', () => {
    const content = contentIn(
      lines(
        'appliesTo: [{severities: [SEV5, SEV1, SEV5, SEV1]}]',
        'templates:',
        '  - {audience: INTERNAL, moment: FIRST, severities: [SEV1, SEV1, SEV1, SEV1, SEV1], text: a}',
        '  - {audience: INTERNAL, moment: PROGRESS, severities: [SEV5, SEV4, SEV3, SEV2, SEV1], text: b}',
      ),
    );
    expect(content.appliesTo[0]?.severities).toEqual(['SEV1', 'SEV5']);
    expect(content.templates[0]?.severities).toEqual(['SEV1']);
    expect(contentIn(writePlaybook('ours', content))).toEqual(content);
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
