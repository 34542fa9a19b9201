import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/event.js';
import { suffices, type RequiredRole } from '../platform/access/requires.js';
import type { Viewer } from '../platform/access/viewer.js';
import { ReadSessions, allIncidents, type ReadSession } from '../platform/database/read-session.js';
import type { CommandInput } from '../platform/graphql/command-input.js';
import type { OperationContext } from '../platform/graphql/context.js';
import { badUserInput, forbidden } from '../platform/graphql/errors.js';
import { isTypeId } from '../platform/graphql/text.js';
import { nameOf, namedActor, type NamedActor } from './named-actor.js';
import { integrationsById } from './views/integrations.query.js';
import { memberOfIdentity, membersById, type MemberView } from './views/members.query.js';

/** Tells for whom a command is given: for the bearer of the token, or whom the bearer names. */
@Injectable()
export class ActingService {
  constructor(private readonly sessions: ReadSessions) {}

  async actorFor(
    input: Pick<CommandInput, 'actor'>,
    context: Pick<OperationContext, 'actAs' | 'viewer'>,
    required?: RequiredRole,
  ): Promise<Actor> {
    return (await this.personFor(input, context, required)).actor;
  }

  /**
   * With the role that counts: of the token, or of the person whom it names.
   * Throws FORBIDDEN if the token may name nobody or the person's own role does not suffice, and
   * BAD_USER_INPUT if the person is unknown. Whether the token's role suffices is checked before.
   */
  async personFor(
    { actor }: Pick<CommandInput, 'actor'>,
    { actAs, viewer }: Pick<OperationContext, 'actAs' | 'viewer'>,
    required: RequiredRole = 'RESPONDER',
  ): Promise<Pick<Viewer, 'actor' | 'role'>> {
    const named = namedActor(actor, actAs);
    if (named === undefined) return viewer;
    const place = named.path.join('.');
    if (!viewer.scopes.includes('ACT_AS')) {
      throw forbidden(`${place}: only a token with the scope ACT_AS may name a person`);
    }
    if (viewer.role === 'GUEST') throw forbidden(`${place}: a guest acts for nobody else`);
    const member = await this.find(viewer.organization, named.who);
    if (member === undefined) throw badUserInput([{ path: named.path, message: unknown(named) }]);
    if (!suffices(member.role, required)) {
      throw forbidden(
        `${place}: this takes the role ${required}; ${member.name} is ${member.role}`,
      );
    }
    return { actor: { kind: 'MEMBER', id: member.id }, role: member.role };
  }

  /** Whether this is a member whose role lets them take part in incidents. */
  async mayRespond(reads: ReadSession, member: string): Promise<boolean> {
    const found = await memberNow(reads, member);
    return found !== undefined && suffices(found.role, 'RESPONDER');
  }

  /** Whether this is a member or an integration, whatever they may do. */
  async isKnown(reads: ReadSession, id: string): Promise<boolean> {
    if (!isTypeId(id, 'int')) return (await memberNow(reads, id)) !== undefined;
    const [found] = await integrationsById(reads, [id]);
    return found?.removedAt === null;
  }

  /** Not by the operation's own reads: they would keep a connection while the ledger needs one. */
  private async find(
    organization: string,
    who: NamedActor['who'],
  ): Promise<MemberView | undefined> {
    const reads = this.sessions.open(organization, allIncidents);
    try {
      return await memberWho(reads, who);
    } finally {
      await reads.close();
    }
  }
}

const memberWho = (reads: ReadSession, who: NamedActor['who']): Promise<MemberView | undefined> =>
  'member' in who ? memberNow(reads, who.member) : memberOfIdentity(reads, who);

/** Whoever was removed is none. */
const memberNow = async (reads: ReadSession, id: string): Promise<MemberView | undefined> =>
  (await membersById(reads, [id])).find(({ removedAt }) => removedAt === null);

const unknown = ({ who }: NamedActor): string =>
  'member' in who
    ? `there is no member ${nameOf(who)}`
    : `no member is known as ${nameOf(who)}: bind the identity to a member first`;
