import type { ReadSession } from '../platform/database/read-session.js';
import type { OrganizationFacts } from './domain/facts.js';
import type { Identity } from './domain/identity.js';
import { integrationsById } from './views/integrations.query.js';
import { memberOfIdentity, membersById } from './views/members.query.js';
import { tokensById } from './views/tokens.query.js';

/** What a command names and its rule has to know. */
export type Asked = {
  readonly member?: string | undefined;
  readonly integration?: string | undefined;
  readonly token?: string | undefined;
  readonly identity?: Identity | undefined;
};
type Told = Pick<OrganizationFacts, keyof Asked>;

/** To be read while deciding: then a stream that moves meanwhile is decided again. */
export const readFacts = async (reads: ReadSession, asked: Asked): Promise<Told> => ({
  member: asked.member === undefined ? null : await memberFact(reads, asked.member),
  integration:
    asked.integration === undefined ? null : await integrationFact(reads, asked.integration),
  token: asked.token === undefined ? null : await tokenFact(reads, asked.token),
  identity: asked.identity === undefined ? null : await identityFact(reads, asked.identity),
});

const memberFact = async (reads: ReadSession, id: string): Promise<Told['member']> => {
  const [member] = await membersById(reads, [id]);
  return member && { id, role: member.role, removed: false };
};

const integrationFact = async (reads: ReadSession, id: string): Promise<Told['integration']> =>
  (await integrationsById(reads, [id]))[0];

const tokenFact = async (reads: ReadSession, id: string): Promise<Told['token']> => {
  const [token] = await tokensById(reads, [id]);
  return token && { id, name: token.name, revoked: token.revokedAt !== null };
};

const identityFact = async (reads: ReadSession, identity: Identity): Promise<Told['identity']> => {
  const member = await memberOfIdentity(reads, identity);
  return member && { member: member.id };
};
