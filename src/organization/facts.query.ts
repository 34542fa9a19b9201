import { lineage, parseTarget, unaliased, type TargetAlias } from '../kernel/target.js';
import { readTargetHolder } from '../ledger/reservation-queries.js';
import type { ReadSession } from '../platform/database/read-session.js';
import { slugOf } from './domain/service.js';
import type { Claim } from './domain/claim.js';
import type { OrganizationFacts } from './domain/facts.js';
import type { Identity } from './domain/identity.js';
import { aliasesNamed, aliasNear } from './views/aliases.query.js';
import { identitiesOf, identityNamed } from './views/identities.query.js';
import { integrationsById } from './views/integrations.query.js';
import { isOtherAdmin, membersById } from './views/members.query.js';
import { serviceByName } from './views/services.query.js';
import { tokensById, tokensInUseOf } from './views/tokens.query.js';

/** What a command names and its rule has to know. */
export type Asked = {
  readonly member?: string | undefined;
  readonly integration?: string | undefined;
  readonly token?: string | undefined;
  readonly identity?: Identity | undefined;
  /** A member without whom there has to be an admin. */
  readonly adminBeside?: string | undefined;
  /** A member or an integration that is to leave with all that they are let in and known by. */
  readonly leaving?: string | undefined;
  /** The name of a service, as it was given. */
  readonly service?: string | undefined;
  /** An alias as it was given, with the target that it is to have, if it is to have one. */
  readonly alias?: { readonly alias: string; readonly target?: string } | undefined;
};
type AliasFacts = Pick<
  OrganizationFacts,
  'alias' | 'aliasAtTarget' | 'aliasForAlias' | 'claimOnAlias' | 'claimOnTarget'
>;
type LeavingFacts = Pick<OrganizationFacts, 'tokensInUse' | 'identities'>;
type Told = Pick<
  OrganizationFacts,
  'member' | 'integration' | 'token' | 'identity' | 'service' | 'otherAdmin'
> &
  LeavingFacts &
  AliasFacts;

/** To be read while deciding: then a stream that moves meanwhile is decided again. */
export const readFacts = async (reads: ReadSession, asked: Asked): Promise<Told> => ({
  member: asked.member === undefined ? null : await memberFact(reads, asked.member),
  integration:
    asked.integration === undefined ? null : await integrationFact(reads, asked.integration),
  token: asked.token === undefined ? null : await tokenFact(reads, asked.token),
  identity: asked.identity === undefined ? null : await identityFact(reads, asked.identity),
  service: asked.service === undefined ? null : await serviceFact(reads, asked.service),
  ...(asked.adminBeside !== undefined && {
    otherAdmin: await isOtherAdmin(reads, asked.adminBeside),
  }),
  ...(asked.leaving !== undefined && (await leavingFacts(reads, asked.leaving))),
  ...(asked.alias !== undefined && (await aliasFacts(reads, asked.alias))),
});

const memberFact = async (reads: ReadSession, id: string): Promise<Told['member']> => {
  const [member] = await membersById(reads, [id]);
  return member && { id, name: member.name, role: member.role, removed: member.removedAt !== null };
};

const integrationFact = async (reads: ReadSession, id: string): Promise<Told['integration']> => {
  const [integration] = await integrationsById(reads, [id]);
  return integration && { id, removed: integration.removedAt !== null };
};

const leavingFacts = async (reads: ReadSession, owner: string): Promise<LeavingFacts> => ({
  tokensInUse: await tokensInUseOf(reads, owner),
  identities: (await identitiesOf(reads, [owner])).map(({ system, externalId, binding }) => ({
    ...{ system, externalId },
    binding: binding ?? undefined,
  })),
});

const tokenFact = async (reads: ReadSession, id: string): Promise<Told['token']> => {
  const [token] = await tokensById(reads, [id]);
  return token && { id, name: token.name, revoked: token.revokedAt !== null };
};

const identityFact = async (reads: ReadSession, identity: Identity): Promise<Told['identity']> => {
  const found = await identityNamed(reads, identity);
  return found && { member: found.member, binding: found.binding ?? undefined };
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
  const aliases = await aliasesNamed(reads, lineage(alias));
  const standsFor = unaliased(alias, aliases);
  return {
    alias: aliases.find((one) => one.alias === alias),
    claimOnAlias: await claimOn(reads, alias),
    claimOnTarget: standsFor === alias ? null : await claimOn(reads, standsFor),
    aliasForAlias: await aliasNear(reads, 'target', alias, alias),
    aliasAtTarget: target === undefined ? null : await aliasNear(reads, 'id', target, alias),
  };
};

/** Every holder is another than this. */
const nobody = '';

const claimOn = async (reads: ReadSession, target: string): Promise<Claim | undefined> => {
  const held = await readTargetHolder(reads, target, nobody);
  return held && { action: held.holder, incident: held.streamId, target: held.key };
};
