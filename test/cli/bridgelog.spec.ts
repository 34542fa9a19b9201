import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../src/drill/api-client.js';
import { runCommand, ServerProcess } from '../support/server-process.js';

let folder: string;
let server: ServerProcess;
const run = (...args: string[]) => runCommand(folder, ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridgelog-cli-'));
  server = await ServerProcess.start(folder);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const viewer = '{ viewer { role } }';

describe('serve', () => {
  it('says where to go, and the first token answers', async () => {
    expect(server.said.join('\n')).toContain('Bridgelog is ready.');
    const api = new ApiClient(server.url, server.token);
    expect(await api.ask(viewer)).toEqual({ viewer: { role: 'ADMIN' } });
  });

  it('keeps the token in a file that only its owner can read', async () => {
    const { mode } = await stat(join(folder, 'admin-token'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('is up without a token, and tells no data', async () => {
    const response = await fetch(`${server.url}/health`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'up', protection: 'full', clock: 'real' },
    ]);
  });

  it('a second one on the same folder is refused, with the remedy', async () => {
    const second = await run('serve');
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/Another Bridgelog server.*BRIDGELOG_DATA/s);
  });

  it('answers a query without a token with UNAUTHENTICATED', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: viewer }),
    });
    expect(response.status).toBe(401);
    expect(JSON.stringify(await response.json())).toContain('UNAUTHENTICATED');
  });
});

describe('token', () => {
  it('a created token answers until it is revoked; lists never show a secret', async () => {
    const created = await run(
      'token',
      'create',
      '--name',
      'Laptop',
      '--new-member',
      'Ada',
      '--json',
    );
    expect(created).toMatchObject({ code: 0 });
    const { secret } = JSON.parse(created.stdout) as { secret: string };
    const api = new ApiClient(server.url, secret);
    expect(await api.ask(viewer)).toEqual({ viewer: { role: 'RESPONDER' } });
    const list = await run('token', 'list');
    expect(list.stdout).toContain('Laptop');
    expect(list.stdout).not.toContain(secret);
    expect(await run('token', 'revoke', 'Laptop')).toMatchObject({ code: 0 });
    await expect(api.ask(viewer)).rejects.toThrow(/token/);
  });

  it('a lost admin token is recovered on the machine', async () => {
    const { stdout, code } = await run('token', 'create', '--admin', '--json');
    expect(code).toBe(0);
    const { secret } = JSON.parse(stdout) as { secret: string };
    expect(await new ApiClient(server.url, secret).ask(viewer)).toEqual({
      viewer: { role: 'ADMIN' },
    });
  });
});

describe('export and verify', () => {
  it('an export verifies offline; a changed line is found and its event named', async () => {
    const api = new ApiClient(server.url, server.token);
    const { incident } = await api.send<{ incident: { id: string } }>(
      'declareIncident',
      { title: 'Exported', severity: 'SEV3' },
      'incident { id }',
    );
    await api.send('addNote', { incident: incident.id, text: 'the truth' }, 'position');
    const file = join(folder, 'export.ndjson');
    expect(await run('export', file)).toMatchObject({ code: 0 });
    expect(await run('verify', file)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/verified/),
    });
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('the truth', 'a lie'));
    const broken = await run('verify', file);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/BROKEN at position \d+ \(evt_\w+\): the payload was changed/);
  });

  it('an export that begins twice, goes on after its end, or is cut off is refused', async () => {
    const file = join(folder, 'export.ndjson');
    await run('export', file);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const verdictOn = async (changed: readonly string[]) => {
      await writeFile(file, `${changed.join('\n')}\n`);
      return (await run('verify', file)).stderr;
    };
    expect(await verdictOn([...lines.slice(0, -1), ...lines])).toContain('begins twice');
    expect(await verdictOn([...lines, lines[1] ?? ''])).toContain('after its end');
    expect(await verdictOn(lines.slice(0, -1))).toContain('ends before');
    expect(await verdictOn(lines.slice(1))).toContain('does not begin');
  });

  it('the ledger verifies beside a running server, in words and as JSON', async () => {
    expect(await run('verify')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/events verified/),
    });
    const { stdout } = await run('verify', '--json');
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ leftOut: 0, redacted: 0 })]);
  });

  it('a file that is no export is refused', async () => {
    const file = join(folder, 'nonsense');
    await writeFile(file, '{"hello": 1}\n');
    expect(await run('verify', file)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/not a line of a Bridgelog/),
    });
  });
});

describe('the command line', () => {
  it.each(['', 'serve', 'drill', 'verify', 'export', 'token', 'migrate', 'schema'])(
    '%s --help says how, and exits with 0',
    async (command) => {
      const help = await run(...command.split(' ').filter(Boolean), '--help');
      expect(help).toMatchObject({ code: 0, stdout: expect.stringMatching(/Usage: bridgelog/) });
    },
  );

  it.each([
    ['nonsense'],
    ['verify', '--nonsense'],
    ['drill', '--speed', 'fast'],
    ['token', 'revoke'],
  ])('misused as %s, it exits with 2', async (...args) => {
    expect(await run(...args)).toMatchObject({ code: 2 });
  });
});

describe('playbook check', () => {
  it('says all that is wrong with a file, where it is, and fails', async () => {
    const file = join(folder, 'shop.yaml');
    await writeFile(file, 'name: shop\ntitle: Shop\nchecks: []\nclocks: {STALLED: often}\n');
    const wrong = await run('playbook', 'check', file);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout.trim().split('\n')).toEqual([
      `${file}:3:9: checks: This has at least 1`,
      `${file}:4:19: clocks.STALLED: This is never, or a whole number of minutes`,
    ]);
    const asJson = await run('playbook', 'check', '--json', file);
    expect(JSON.parse(asJson.stdout)).toMatchObject([{ line: 3, column: 9 }, { line: 4 }]);
    await writeFile(file, 'title: Shop\nchecks: [{check: a, title: A}]\n');
    expect((await run('playbook', 'check', '--name', 'shop', file)).code).toBe(0);
    expect((await run('playbook', 'check', file)).code).toBe(1);
  });
});
