import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTemplate, renderTemplate } from './template.js';
import type { TemplateValues } from './template.js';

const known = ['title', 'scope', 'commander'];
const rendered = (source: string, values: TemplateValues = {}): string => {
  const parsed = parseTemplate(source, known);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return renderTemplate(parsed.template, values);
};

describe('a template', () => {
  it.each<[string, string, TemplateValues, string]>([
    ['plain text', 'We are on it. {sic} }}', {}, 'We are on it. {sic} }}'],
    ['nothing', '', {}, ''],
    ['a value', 'About {{title}}!', { title: 'Checkout' }, 'About Checkout!'],
    ['a value, spaced', '{{ title }}', { title: 'Checkout' }, 'Checkout'],
    ['no value', 'About {{title}}!', {}, 'About !'],
    ['a value as it is', '{{title}}', { title: '<b>&"{{scope}}' }, '<b>&"{{scope}}'],
    ['a section with a value', 'a{{#scope}} b{{scope}}{{/scope}}c', { scope: '1' }, 'a b1c'],
    ['a section without', 'a{{#scope}} b{{scope}}{{/scope}}c', {}, 'ac'],
    ['a section of an empty value', 'a{{#scope}}b{{/scope}}', { scope: '' }, 'a'],
    ['an inverted section with a value', 'a{{^scope}}b{{/scope}}c', { scope: '1' }, 'ac'],
    ['an inverted section without', 'a{{^scope}}b{{/scope}}c', {}, 'abc'],
    [
      'a section in another',
      '{{#scope}}a{{^title}}b{{/title}}{{#commander}}c{{/commander}}{{/scope}}',
      { scope: '1', commander: '2' },
      'abc',
    ],
    ['one section twice', '{{#scope}}a{{/scope}}{{^scope}}b{{/scope}}', {}, 'b'],
  ])('renders %s', (_, source, values, text) => {
    expect(rendered(source, values)).toBe(text);
  });

  it('leaves no line where a section tag stood alone', () => {
    const source = 'one\n  {{#scope}}  \n{{scope}}\n{{/scope}}\ntwo\n{{^scope}}\nnone\n{{/scope}}';
    expect(rendered(source, { scope: 'all' })).toBe('one\nall\ntwo\n');
    expect(rendered(source)).toBe('one\ntwo\nnone\n');
    expect(rendered('a\n{{title}}\nb')).toBe('a\n\nb');
    expect(rendered('{{#scope}}{{/scope}}\nb')).toBe('\nb');
  });
});

describe('a template that is wrong', () => {
  const what =
    'A tag is {{variable}}, {{#variable}}, {{^variable}} or {{/variable}}, and nothing else';
  it.each<[string, string, [string, string | null, number, number][]]>([
    ['an unknown variable', 'a\nbc {{titel}}', [['There is no variable titel', 'titel', 2, 4]]],
    [
      'a section of an unknown variable, and its end',
      '{{#x}}{{/x}}',
      [['There is no variable x', 'x', 1, 1]],
    ],
    ['a section never closed', 'a\n\n{{#scope}}', [['{{#scope}} is never closed', 'scope', 3, 1]]],
    ['an end without a beginning', '{{/scope}}', [['{{/scope}} closes nothing', 'scope', 1, 1]]],
    [
      'sections that overlap',
      '{{#scope}}{{^title}}{{/scope}}{{/title}}',
      [
        ['{{/scope}} closes nothing: {{^title}} is open', 'scope', 1, 21],
        ['{{#scope}} is never closed', 'scope', 1, 1],
      ],
    ],
    [
      'a section within its own',
      '{{#scope}}{{^scope}}a{{/scope}}{{/scope}}',
      [['{{^scope}} stands within a section of scope itself', 'scope', 1, 11]],
    ],
    ['three braces', '{{{title}}}', [[what, null, 1, 1]]],
    ['a partial', '{{>title}}', [[what, null, 1, 1]]],
    ['a comment', '{{! title }}', [[what, null, 1, 1]]],
    ['other delimiters', '{{=<% %>=}}', [[what, null, 1, 1]]],
    ['a tag cut off', 'a {{title', [[what, null, 1, 3]]],
    ['a path', '{{title.first}}', [[what, null, 1, 1]]],
  ])('is refused for %s', (_, source, problems) => {
    expect(parseTemplate(source, known)).toEqual({
      problems: problems.map(([message, variable, line, column]) => ({
        message,
        variable,
        line,
        column,
      })),
    });
  });
});

describe('whatever a template is made of', () => {
  const piece = fc.constantFrom(
    ...['{{title}}', '{{#scope}}', '{{^scope}}', '{{/scope}}', '{{#title}}', '{{/title}}'],
    ...['{{', '}}', '\n', ' ', 'a', '{{x}}'],
  );

  it('is read without throwing, and without problems leaves no tag behind', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const parsed = parseTemplate(pieces.join(''), known);
        if ('problems' in parsed) expect(parsed.problems.length).toBeGreaterThan(0);
        else expect(renderTemplate(parsed.template, { title: '1' })).not.toContain('{{');
      }),
    );
  });

  it('keeps text without tags as it is', () => {
    const plain = fc.string().filter((text) => !text.includes('{{'));
    fc.assert(fc.property(plain, (text) => expect(rendered(text)).toBe(text)));
  });
});
