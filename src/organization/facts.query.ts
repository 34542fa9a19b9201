import { parseTarget, type TargetAlias } from '../kernel/target.js';
import type { ReadSession } from '../platform/database/read-session.js';
import { slugOf } from './domain/service.js';
import type { OrganizationFacts } from './domain/facts.js';
import type { Identity } from './domain/identity.js';
import { aliasesNamed, aliasNear } from './views/aliases.query.js';
import { integrationsById } from './views/integrations.query.js';
import { memberOfIdentity, membersById } from './views/members.query.js';
import { serviceByName } from './views/services.query.js';
import { tokensById } from './views/tokens.query.js';

/** What a command names and its rule has to know. */
export type Asked = {
  readonly member?: string | undefined;
  readonly integration?: string | undefined;
  readonly token?: string | undefined;
  readonly identity?: Identity | undefined;
  /** The name of a service, as it was given. */
  readonly service?: string | undefined;
  /** An alias as it was given, with the target that it is to have, if it is to have one. */
  readonly alias?: { readonly alias: string; readonly target?: string } | undefined;
};
type AliasFacts = Pick<OrganizationFacts, 'alias' | 'aliasAtTarget' | 'aliasForAlias'>;
type Told = Pick<OrganizationFacts, keyof Asked> & AliasFacts;

/** To be read while deciding: then a stream that moves meanwhile is decided again. */
export const readFacts = async (reads: ReadSession, asked: Asked): Promise<Told> => ({
  member: asked.member === undefined ? null : await memberFact(reads, asked.member),
  integration:
    asked.integration === undefined ? null : await integrationFact(reads, asked.integration),
  token: asked.token === undefined ? null : await tokenFact(reads, asked.token),
  identity: asked.identity === undefined ? null : await identityFact(reads, asked.identity),
  service: asked.service === undefined ? null : await serviceFact(reads, asked.service),
  ...(asked.alias !== undefined && (await aliasFacts(reads, asked.alias))),
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

const serviceFact = async (reads: ReadSession, name: string): Promise<Told['service']> => {
  const found = await serviceByName(reads, slugOf(name) ?? '');
  if (!found) return null;
  const { id, title, team, target, description } = found;
  return {
    slug: id,
    title,
    team: team ?? undefined,
    target,
    description: description ?? undefined,
  };
};

const aliasFacts = async (
  reads: ReadSession,
  given: Partial<TargetAlias> & Pick<TargetAlias, 'alias'>,
): Promise<AliasFacts> => {
  const alias = parseTarget(given.alias);
  const target = parseTarget(given.target ?? '');
  if (alias === undefined) return {};
  return {
    alias: (await aliasesNamed(reads, [alias]))[0],
    aliasForAlias: await aliasNear(reads, 'target', alias, alias),
    aliasAtTarget: target === undefined ? null : await aliasNear(reads, 'id', target, alias),
  };
};
