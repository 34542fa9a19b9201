import { Command, InvalidArgumentError, Option } from 'commander';
import type pg from 'pg';
import { parseInstant } from '../kernel/instant.js';
import { emailShape } from '../organization/identity-shapes.js';
import type { OrganizationService } from '../organization/organization.service.js';
import {
  DeskRefusal,
  TokenDesk,
  type Owner,
  type WantedToken,
} from '../organization/token-desk.js';
import type { TokenView } from '../organization/views/tokens.query.js';
import type { Role } from '../platform/access/viewer.js';
import { Duration } from '../platform/graphql/scalars.js';
import { isLine, isTypeId } from '../platform/graphql/text.js';
import { CommandFailed } from './command-failed.js';

/** What the commands work on; closed when they are done. */
export type TokenTools = {
  readonly service: OrganizationService;
  readonly workerPool: pg.Pool;
  close(): Promise<void>;
};
type Open = () => Promise<TokenTools>;

type Shared = { organization?: string; json?: true };
type CreateOptions = Shared & {
  name?: string;
  role: Lowercase<Role>;
  member?: string;
  newMember?: string;
  email?: string;
  integration?: string;
  admin?: true;
  actAs?: true;
  expires?: string;
};

/**
 * `bridgelog token`. Throws `CommandFailed` for what is refused and CommanderError for bad usage.
 * Results alone go to stdout, so that a script can take the secret from there.
 */
export const tokenCommand = (open: Open): Command => {
  const command = new Command('token').description('Make, list and revoke access tokens');
  command.exitOverride().showHelpAfterError('(--help says how)');
  addCreate(command, open);
  addList(command, open);
  addRevoke(command, open);
  return command;
};

const addCreate = (parent: Command, open: Open): void => {
  const create = subcommand(parent, 'create', 'Make a token; its secret is shown this once')
    .option('--name <name>', 'what it is called; no two in use have one name', lineOf(200))
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).default('responder'))
    .option('--member <member>', 'for this member: id, e-mail address or name', lineOf(320))
    .option('--new-member <name>', 'for a new member, who gets the same role', lineOf(200))
    .option('--email <address>', 'with --new-member: the address of the new member', emailOf)
    .option('--integration <name>', 'for this tool, made known if it is new', lineOf(200))
    .addOption(
      new Option('--admin', 'for the first admin, as admin: recovers a lost token').conflicts(
        'role',
      ),
    )
    .option('--act-as', 'the tool may name the person for whom it acts')
    .option('--expires <when>', 'an ISO 8601 duration, as P90D, or a point in time', whenOf);
  create.action(async (options: CreateOptions) => {
    const owner = ownerIn(create, options);
    const made = await atDesk(open, options, async (desk) =>
      desk.create(await wantedIn(desk, owner, options)),
    );
    create.configureOutput().writeErr?.(`${made.id} (${made.name}), shown this once:\n`);
    print(create, options.json ? JSON.stringify(made) : made.secret);
  });
};

const addList = (parent: Command, open: Open): void => {
  const list = subcommand(parent, 'list', 'List the tokens, never their secrets');
  list.action(async (options: Shared) => {
    const tokens = await atDesk(open, options, (desk) => desk.list());
    print(list, options.json ? JSON.stringify(tokens) : table(tokens));
  });
};

const addRevoke = (parent: Command, open: Open): void => {
  const revoke = subcommand(parent, 'revoke', 'Make a token useless from the next request on')
    .argument('<token>', 'its id or its name')
    .option('--reason <text>', 'why, for the log', lineOf(500));
  revoke.action(async (called: string, options: Shared & { reason?: string }) => {
    const id = await atDesk(open, options, (desk) => desk.revoke(called, options.reason));
    print(revoke, options.json ? JSON.stringify({ id }) : `${id} is revoked`);
  });
};

const subcommand = (parent: Command, name: string, description: string): Command =>
  parent
    .command(name)
    .description(description)
    .option('--organization <org_...>', 'in which organization; needed if there are several', idOf)
    .option('--json', 'one JSON document on stdout');

const ownerIn = (command: Command, options: CreateOptions): Owner => {
  const { email } = options;
  const [owner, ...others] = ownersIn(options);
  if (owner === undefined || others.length > 0)
    return command.error('error: give one of --member, --new-member, --integration and --admin');
  if (email !== undefined && owner.kind !== 'new-member')
    return command.error('error: --email goes with --new-member');
  if (options.name === undefined && owner.kind !== 'first-admin')
    return command.error('error: give --name');
  return owner;
};

const ownersIn = ({ member, newMember, email, integration, admin }: CreateOptions): Owner[] => {
  const owners: Owner[] = [];
  if (member !== undefined) owners.push({ kind: 'member', called: member });
  if (newMember !== undefined) owners.push({ kind: 'new-member', name: newMember, email });
  if (integration !== undefined) owners.push({ kind: 'integration', called: integration });
  if (admin) owners.push({ kind: 'first-admin' });
  return owners;
};

const wantedIn = async (
  desk: TokenDesk,
  owner: Owner,
  { name, role, admin, actAs, expires }: CreateOptions,
): Promise<WantedToken> => ({
  name: name ?? `admin ${await desk.instantIn('PT0S')}`,
  role: admin ? 'ADMIN' : (role.toUpperCase() as Role),
  owner,
  scopes: actAs ? ['ACT_AS'] : [],
  expiresAt: expires?.startsWith('P') ? await desk.instantIn(expires) : expires,
});

/** Works in the organization that is meant, and closes what was opened for it. */
const atDesk = async <T>(
  open: Open,
  { organization }: Shared,
  work: (desk: TokenDesk) => Promise<T>,
): Promise<T> => {
  const tools = await open();
  try {
    return await work(await TokenDesk.at(tools.service, tools.workerPool, organization));
  } catch (error) {
    throw error instanceof DeskRefusal ? new CommandFailed(error.message) : error;
  } finally {
    await tools.close();
  }
};

const print = (command: Command, text: string): void =>
  command.configureOutput().writeOut?.(`${text}\n`);

const table = (tokens: readonly TokenView[]): string => {
  const rows = [
    ['ID', 'NAME', 'ROLE', 'SCOPES', 'FOR', 'EXPIRES', 'STATE'],
    ...tokens.map((token) => [
      token.id,
      token.name,
      token.role.toLowerCase(),
      token.scopes.join(' ').toLowerCase() || '-',
      (token.forMember ?? token.forIntegration)?.name ?? '-',
      token.expiresAt ?? 'never',
      token.active ? 'active' : token.revokedAt === null ? 'expired' : 'revoked',
    ]),
  ];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const aligned = rows.map((row) => row.map((cell, at) => cell.padEnd(widths?.[at] ?? 0)));
  return aligned.map((row) => row.join('  ').trimEnd()).join('\n');
};

const roles: readonly Lowercase<Role>[] = ['guest', 'viewer', 'responder', 'integration', 'admin'];

const checked =
  (wants: string, fits: (text: string) => boolean, map = (text: string) => text) =>
  (text: string): string => {
    if (fits(text)) return map(text);
    throw new InvalidArgumentError(`It must be ${wants}.`);
  };
const lineOf = (max: number) =>
  checked(`one line of 1 to ${max} characters`, (text) => isLine(text, max));
const emailOf = checked('an e-mail address', (text) => isLine(text, 320) && emailShape.test(text));
const idOf = checked('an id: org_...', (text) => isTypeId(text, 'org'));
const whenOf = checked(
  'a duration, as P90D, or a time, as 2027-01-31T00:00:00Z',
  (text) => isDuration(text) || parseInstant(text) !== undefined,
  (text) => parseInstant(text) ?? text,
);
const isDuration = (text: string): boolean => {
  try {
    return Duration.parseValue(text) === text;
  } catch {
    return false;
  }
};
