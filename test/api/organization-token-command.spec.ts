import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommanderError, type Command } from 'commander';
import { CommandFailed } from '../../src/cli/command-failed.js';
import { tokenCommand } from '../../src/cli/token.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { onTheMachine } from '../../src/organization/issuer.js';
import { OrganizationService } from '../../src/organization/organization.service.js';
import { TokenAuthenticator } from '../../src/organization/token.authenticator.js';
import { AppPool } from '../../src/platform/database/app-pool.js';
import { organizationId } from '../../src/platform/ids.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let ledger: Ledger;
let service: OrganizationService;
let organization: string;
let place: string[];
let closed: number;
beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
  service = new OrganizationService(ledger, new AppPool(database.app));
});
afterAll(() => database.drop());
beforeEach(async () => {
  closed = 0;
  ({ organization } = await service.createOrganization('Acme'));
  place = ['--organization', organizationId(organization)];
  await invite('Ada', 'ADMIN', 'ada@example.com');
});

const invite = (name: string, role: 'ADMIN' | 'VIEWER', email?: string) =>
  service.inviteMember(organization, { name, role, email }, onTheMachine('cli'));

const quiet = (command: Command, out: string[], err: string[]): Command => {
  command.configureOutput({ writeOut: (t) => out.push(t), writeErr: (t) => err.push(t) });
  for (const inner of command.commands) quiet(inner, out, err);
  return command;
};
const run = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const close = () => Promise.resolve(void (closed += 1));
  const open = () => Promise.resolve({ service, workerPool: database.worker, close });
  const thrown = await quiet(tokenCommand(open), out, err)
    .parseAsync(args, { from: 'user' })
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  return { out: out.join(''), err: err.join(''), thrown };
};
const json = async (...args: string[]) => {
  const { out, thrown } = await run(...args, '--json', ...place);
  expect(thrown).toBeUndefined();
  return JSON.parse(out) as unknown;
};
const viewer = (secret: string) =>
  new TokenAuthenticator(new AppPool(database.app)).authenticate(secret.trim());

describe('bridgelog token create', () => {
  it('prints the secret alone to stdout, for a member by name', async () => {
    const args = ['create', '--name', 'laptop', '--role', 'admin', '--member', 'Ada', ...place];
    const { out, err, thrown } = await run(...args);
    expect(thrown).toBeUndefined();
    expect(out).toMatch(/^blg_[A-Za-z0-9_-]{43}\n$/);
    expect(err).toMatch(/^tok_\w+ \(laptop\), shown this once/);
    expect(await viewer(out)).toMatchObject({ organization, role: 'ADMIN' });
    expect(closed).toBe(1);
  });

  it('finds members by id and address, and is a responder’s unless told', async () => {
    const { member = '' } = await invite('Grace', 'ADMIN', 'Grace@example.com');
    for (const called of [member, 'grace@EXAMPLE.com']) {
      const made = await json('create', '--name', called, '--member', called);
      const { secret } = made as { secret: string };
      expect(await viewer(secret)).toMatchObject({ member, role: 'RESPONDER' });
    }
  });

  it('invites a new member', async () => {
    const { secret } = (await json(
      ...['create', '--name', 'x', '--new-member', 'Lin', '--email', 'lin@example.com'],
    )) as { secret: string };
    const found = await viewer(secret);
    expect(found).toMatchObject({ role: 'RESPONDER', actor: { kind: 'MEMBER' } });
    const again = await run('create', '--name', 'y', '--member', 'lin@example.com', ...place);
    expect(await viewer(again.out)).toMatchObject({ member: found?.member });
  });

  it('makes a tool known once', async () => {
    const args = ['--integration', 'Bot', '--role', 'integration', '--act-as'];
    const first = (await json('create', '--name', 'a', ...args)) as { secret: string };
    const second = (await json('create', '--name', 'b', ...args)) as { secret: string };
    const [one, two] = [await viewer(first.secret), await viewer(second.secret)];
    expect(one).toMatchObject({ role: 'INTEGRATION', scopes: ['ACT_AS'] });
    expect(two?.actor).toEqual(one?.actor);
  });

  it('recovers a lost admin token', async () => {
    const { secret, name } = (await json('create', '--admin')) as { secret: string; name: string };
    expect(name).toMatch(/^admin \d{4}-/);
    expect(await viewer(secret)).toMatchObject({ role: 'ADMIN', actor: { kind: 'MEMBER' } });
  });

  it('ends tokens after a duration or at a time', async () => {
    await database.setClock('2027-01-31T12:00:00Z', 0);
    const expiring = async (when: string) => {
      const args = ['create', '--name', when, '--member', 'Ada', '--expires', when];
      const { secret } = (await json(...args)) as { secret: string };
      return (await viewer(secret))?.expiresAt;
    };
    expect(await expiring('P1M')).toBe('2027-02-28T12:00:00.000000Z');
    expect(await expiring('PT90M')).toBe('2027-01-31T13:30:00.000000Z');
    expect(await expiring('2028-01-01T00:00:00+01:00')).toBe('2027-12-31T23:00:00.000000Z');
  });

  it.each([
    [['--name', 'x', '--member', 'Nobody'], /There is no member Nobody/],
    [['--name', 'x', '--member', 'Vi', '--role', 'admin'], /ADMIN is not for this person/],
    [['--name', 'x', '--member', 'Ada', '--act-as'], /ACT_AS/],
    [['--name', 'x', '--member', 'Ada', '--expires', 'PT0S'], /would never work/],
    [['--name', 'x', '--member', 'Ada', '--expires', 'P9999Y'], /beyond all calendars/],
    [['--name', 'x', '--member', 'Ada', '--expires', 'P999999999999Y'], /beyond all calendars/],
    [
      ['--name', 'x', '--new-member', 'Al', '--email', 'ADA@example.com'],
      /This identity is that of/,
    ],
    [['--name', 'x', '--new-member', 'Al', '--role', 'integration'], /INTEGRATION is not for/],
    [['--name', 'x', '--new-member', 'Al', '--expires', 'PT0S'], /was invited, and stays/],
    [['--name', 'x', '--member', 'Two'], /more than one member Two: say which of mem_/],
  ])('fails for %j and says why', async (args, message) => {
    await invite('Vi', 'VIEWER');
    await invite('Two', 'VIEWER');
    await invite('Two', 'VIEWER');
    const { thrown, out } = await run('create', ...args, ...place);
    expect(thrown).toBeInstanceOf(CommandFailed);
    expect((thrown as Error).message).toMatch(message);
    expect([out, closed]).toEqual(['', 1]);
  });

  it.each([
    [[]],
    [['--name', 'x']],
    [['--member', 'Ada']],
    [['--name', 'x', '--member', 'Ada', '--admin']],
    [['--name', 'x', '--member', 'Ada', '--integration', 'Bot']],
    [['--name', 'x', '--member', 'Ada', '--email', 'a@b']],
    [['--name', 'x', '--new-member', 'Al', '--email', 'ab']],
    [['--name', 'x', '--member', 'Ada', '--role', 'owner']],
    [['--admin', '--role', 'viewer']],
    [['--name', 'x', '--member', 'Ada', '--expires', 'tomorrow']],
    [['--name', 'x', '--member', 'Ada', '--expires', 'P']],
    [['--name', 'two\nlines', '--member', 'Ada']],
    [['--name', 'x', '--member', 'Ada', '--organization', 'Acme']],
    [['--name', 'x', '--member', 'Ada', '--unknown']],
  ])('is misused by %j', async (args) => {
    const { thrown, err } = await run('create', ...args);
    expect(thrown).toBeInstanceOf(CommanderError);
    expect((thrown as CommanderError).exitCode).not.toBe(0);
    expect(err).toMatch(/^error: /);
    expect(err).toContain('--help');
    expect(closed).toBe(0);
  });

  it('asks which organization, if there are several', async () => {
    await service.createOrganization('Other');
    const { thrown } = await run('create', '--admin');
    expect((thrown as Error).message).toMatch(/more than one organization: say which of org_/);
    const nowhere = await run('list', '--organization', organizationId(crypto.randomUUID()));
    expect((nowhere.thrown as Error).message).toMatch(/There is no organization org_/);
  });
});

describe('bridgelog token list and revoke', () => {
  it('show tokens without secrets, and end them by name or id', async () => {
    const made = (await json('create', '--name', 'laptop', '--member', 'Ada')) as {
      id: string;
      secret: string;
    };
    const listed = await run('list', ...place);
    expect(listed.out).toMatch(/^ID +NAME +ROLE +SCOPES +FOR +EXPIRES +STATE\n/);
    expect(listed.out).toMatch(/tok_\w+ +laptop +responder +- +Ada +never +active\n/);
    expect(listed.out).not.toContain('blg_');
    const { out } = await run('revoke', 'laptop', '--reason', 'Lost', ...place);
    expect(out).toBe(`${made.id} is revoked\n`);
    expect(await viewer(made.secret)).toBeNull();
    expect((await run('list', ...place)).out).toMatch(/ revoked\n$/);
    expect(await json('revoke', made.id)).toEqual({ id: made.id });
    expect(await json('list')).toMatchObject([{ id: made.id, active: false }]);
  });

  it('end the one that is in use, if an ended one had the name before', async () => {
    const make = () => json('create', '--name', 'again', '--member', 'Ada');
    await make();
    await run('revoke', 'again', ...place);
    const { id } = (await make()) as { id: string };
    expect((await run('revoke', 'again', ...place)).out).toContain(id);
  });

  it('fail for what is not there', async () => {
    const { thrown } = await run('revoke', 'nothing', ...place);
    expect(thrown).toBeInstanceOf(CommandFailed);
    expect((thrown as Error).message).toBe('There is no token nothing');
  });

  it.each([['--help'], ['create', '--help'], ['list', '--help'], ['revoke', '--help']])(
    'explain themselves: %s %s',
    async (...args) => {
      const { thrown, out } = await run(...args.filter((arg) => typeof arg === 'string'));
      expect((thrown as CommanderError).exitCode).toBe(0);
      expect(out).toMatch(/^Usage: token/);
    },
  );
});
