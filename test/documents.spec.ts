import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { changeEvents } from '../src/change/domain/events.js';
import { incidentEvents } from '../src/incident/domain/events.js';
import type { EventMap } from '../src/kernel/event.js';
import { organizationEvents } from '../src/organization/domain/events.js';
import { builtInContent } from '../src/playbook/built-in.js';
import { saidIn } from '../src/playbook/yaml/read.js';
import { playbookEvents } from '../src/playbook/domain/events.js';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What is committed, and what is about to be: no ignored file. */
const files = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 },
)
  .split('\0')
  .filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile());
const documents = files.filter((path) => path.endsWith('.md'));

/** `info` is what stands behind the language of a block. */
type Sample = { readonly place: string; readonly info: string; readonly source: string };

/** The fenced blocks of a language, also those within lists. */
const samplesOf = (language: string, paths: readonly string[]): Sample[] =>
  paths.flatMap((path) =>
    [...read(path).matchAll(/^( *)```(\w+)([^\n]*)\n(.*?)\n\1```$/gms)]
      .filter(([, , found]) => found === language)
      .map(({ 3: info = '', 4: source = '', index }) => ({
        place: `${path}:${read(path).slice(0, index).split('\n').length}`,
        info: info.trim(),
        source,
      })),
  );

describe('the GraphQL of the documents', () => {
  const schema = buildSchema(read('schema.gql'));
  const samples = samplesOf(
    'graphql',
    documents.filter((path) => path === 'README.md' || path.startsWith('docs/')),
  );

  it('is there, and every block of it is found', () => {
    expect(samples.length).toBeGreaterThan(10);
    const fences = documents.flatMap((path) => read(path).match(/^ *```graphql\b/gm) ?? []);
    expect(samples.length).toBe(fences.length);
  });

  it.each(samples)('is valid at $place', ({ source }) => {
    expect(validate(schema, parse(source)).map(({ message }) => message)).toEqual([]);
  });
});

describe('the TypeScript of the documents', () => {
  const excerpts = samplesOf('ts', documents).map(({ info, ...sample }) => ({
    ...sample,
    file: /^in=(\S+)$/.exec(info)?.[1] ?? '',
  }));
  /** Without indentation and white space at the end of lines, with a line break at both ends. */
  const bare = (code: string): string =>
    `\n${code
      .split('\n')
      .map((line) => line.trim())
      .join('\n')}\n`;

  it('is there', () => {
    expect(excerpts.length).toBeGreaterThan(10);
  });

  it.each(excerpts)('is that of $file at $place', ({ file, source }) => {
    expect(files).toContain(file);
    expect(bare(read(file))).toContain(bare(source));
  });
});

describe('docs/adding-a-capability.md', () => {
  const speaksOfIt = (path: string): boolean =>
    /rename-?incident|incident-?renamed/i.test(read(path));
  const page = read('docs/adding-a-capability.md');
  const headings = [...page.matchAll(/^## (\d+)\. .*`(\S+)`$/gm)];
  const named = headings.map(([, , path = '']) => path);

  it('goes through the files that the example touches, and counts them', () => {
    expect(headings.map(([, number]) => Number(number))).toEqual(headings.map((_, at) => at + 1));
    expect(named.filter((path) => !speaksOfIt(path))).toEqual([]);
    const sources = files.filter((path) => path.startsWith('src/') && speaksOfIt(path));
    expect(named).toEqual(expect.arrayContaining(sources));
    expect(page).toContain('takes seven files of the code, two of them generated; and six that');
    expect(named).toHaveLength(7 + 6);
  });
});

/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

describe('the links of the documents', () => {
  it.each(documents)('lead somewhere: %s', (path) => {
    const prose = read(path).replace(/^( *)```.*?^\1```$/gms, '');
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links.filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      const [target = '', anchor] = link.split('#');
      const file = target === '' ? path : join(dirname(path), target);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(file).includes(anchor);
    });
    expect(dead).toEqual([]);
  });
});

describe('docs/api.md', () => {
  it('leads to every page of commands', () => {
    const pages = files.filter((path) => path.startsWith('docs/commands/'));
    expect(pages.length).toBeGreaterThan(10);
    const api = read('docs/api.md');
    expect(pages.filter((path) => !api.includes(`](${path.slice('docs/'.length)})`))).toEqual([]);
  });
});

describe('docs/write-your-own-playbook.md', () => {
  it('has files of playbooks that are right', () => {
    const files = samplesOf('yaml', ['docs/write-your-own-playbook.md']);
    expect(files.length).toBeGreaterThan(0);
    for (const { place, source } of files)
      expect([place, saidIn(source, undefined, builtInContent).said.problems]).toEqual([
        place,
        undefined,
      ]);
  });
});

describe('docs/operations.md', () => {
  const operations = read('docs/operations.md');

  it('names every variable that the configuration reads', () => {
    const config = read('src/platform/config.ts');
    const variables = new Set(config.match(/\b(BRIDGELOG|DATABASE)_[A-Z_]+\b/g));
    expect(variables.size).toBeGreaterThan(5);
    expect([...variables].filter((name) => !operations.includes(`| \`${name}\``))).toEqual([]);
  });

  it('names every variable of docker-compose.yml, which has a default for it', () => {
    const text = read('docker-compose.yml');
    expect(parseYaml(text)).toMatchObject({ services: { app: {}, database: {} } });
    const variables = [...text.matchAll(/\$\{(\w+)(:-[^}]+)?\}/g)];
    expect(variables.length).toBeGreaterThan(0);
    for (const [, name = '', fallback = ''] of variables) {
      expect(operations).toContain(`| \`${name}\``);
      expect(operations).toContain(fallback.slice(2));
      expect(fallback).not.toBe('');
    }
  });
});

describe('docs/events.md', () => {
  const sections = read('docs/events.md').split(/^(?=#{2,3} )/m);
  const sectionOf = (heading: string): string =>
    sections.find((section) => section.startsWith(`### ${heading}\n`)) ?? '';
  const events: [string, EventMap[string]][] = Object.entries({
    ...incidentEvents,
    ...changeEvents,
    ...playbookEvents,
    ...organizationEvents,
  });

  it.each(events)('tells of %s and its fields', (name, { data, description }) => {
    const section = sectionOf(name);
    expect(section).toContain(description);
    const told = [...section.matchAll(/^\| `(\w+)` /gm)].map(([, field]) => field);
    expect(told).toEqual(Object.keys(data));
  });
});

describe('what is committed', () => {
  it('names no folder of a machine, and no registry of packages', () => {
    const folders = ['work', 'farm', 'home/\\w+'].map((name) => `(?<![\\w.-])/${name}/`);
    const registries = ['registry.npmjs', 'registry.yarnpkg', 'npm.pkg.github', 'npmmirror'].map(
      (host) => host.replaceAll('.', '\\.') + '\\.',
    );
    const forbidden = new RegExp([...folders, ...registries].join('|'));
    const naming = files.filter((path) => forbidden.test(read(path)));
    expect(naming).toEqual([]);
  });
});
