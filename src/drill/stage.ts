import { ApiClient } from './api-client.js';
import type { Script } from './script.js';

/** Who plays: a client for every person (through a chat bot that acts for them) and every tool. */
export type Cast = {
  /** The token of a dashboard: it may read, and nothing else. */
  readonly viewerToken: string;
  /** The ids of the people, by their keys in the script. */
  readonly members: ReadonlyMap<string, string>;
  /** Sends as somebody of the script. */
  send<T>(by: string, mutation: string, input: object, fields: string): Promise<T>;
};

type Invited = { member: { id: string } };
type Created = { secret: string };
type Added = { integration: { id: string } };

/** Invites the people and registers the tools of a script, as an admin would. */
export const castOf = async (url: string, adminToken: string, script: Script): Promise<Cast> => {
  const admin = new ApiClient(url, adminToken);
  const members = new Map<string, string>();
  for (const [key, name] of Object.entries(script.people)) {
    const { member } = await admin.send<Invited>(
      'inviteMember',
      { name, role: 'RESPONDER' },
      'member { id }',
    );
    members.set(key, member.id);
  }
  const tool = (name: string, role: string, scopes: readonly string[]) =>
    tokenOf(admin, { name, role, scopes });
  const bot = new ApiClient(url, await tool('Chat bot', 'INTEGRATION', ['ACT_AS']));
  const tools = new Map<string, ApiClient>();
  for (const [key, name] of Object.entries(script.tools)) {
    tools.set(key, new ApiClient(url, await tool(name, 'INTEGRATION', [])));
  }
  return {
    members,
    viewerToken: await tool('Dashboard', 'VIEWER', []),
    send: (by, mutation, input, fields) => {
      const client = tools.get(by);
      if (client) return client.send(mutation, input, fields);
      const member = members.get(by);
      if (member === undefined) throw new Error(`the script has nobody called ${by}`);
      return bot.send(mutation, { ...input, actor: { member } }, fields);
    },
  };
};

const tokenOf = async (
  admin: ApiClient,
  token: { name: string; role: string; scopes: readonly string[] },
): Promise<string> => {
  const { name } = token;
  const { integration } = await admin.send<Added>('addIntegration', { name }, 'integration { id }');
  const input = { ...token, forIntegration: integration.id };
  return (await admin.send<Created>('createToken', input, 'secret')).secret;
};
