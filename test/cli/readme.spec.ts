import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServerProcess } from '../support/server-process.js';

const root = join(import.meta.dirname, '..', '..');
let folder: string;
let server: ServerProcess;
let readme: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridgelog-readme-'));
  server = await ServerProcess.start(folder);
  readme = await readFile(join(root, 'README.md'), 'utf8');
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The samples of a language, on the server of this test. */
const samples = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text]) =>
    (text ?? '')
      .replaceAll('127.0.0.1:4000', new URL(server.url).host)
      .replaceAll('data/admin-token', join(folder, 'admin-token')),
  );

const shell = async (script: string): Promise<string> => {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd: root });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return `${output}\nexit ${code}`;
};

describe('the README', () => {
  it('its commands, from the first query to the timeline, answer as it says', async () => {
    const commands = samples('sh').filter((text) => !text.startsWith('npm '));
    expect(commands.length).toBeGreaterThanOrEqual(5);
    const output = await shell(commands.join('\n'));
    expect(output).toContain('"role":"ADMIN"');
    expect(output).toContain('took command (term 1)');
    expect(output).toContain('Errors began after the 13:20 deploy');
    expect(output).not.toContain('"errors"');
    expect(output).toMatch(/exit 0$/);
  });

  it('its subscriber sees events as they come', async () => {
    const [watch = ''] = samples('js');
    const file = join(root, `watch-${process.pid}.tmp.mjs`);
    await writeFile(file, watch);
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    const [ask = ''] = samples('sh').filter((text) => text.startsWith('ask()'));
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line.trim());
      if (line.startsWith('CAUGHT_UP')) {
        void shell(
          `${ask}\nask '{"query":"mutation { declareIncident(input: { title: \\"Watched\\", severity: SEV5 }) { position } }"}'`,
        );
      }
      if (line.includes('Watched')) break;
    }
    const gone = once(child, 'exit');
    child.kill();
    await gone;
    await rm(file);
    expect(lines[0]).toBe('READY');
    expect(lines.at(-1)).toMatch(/^EVENT \d+ Admin declared INC-\d+ \(SEV5\): Watched$/);
  });
});
