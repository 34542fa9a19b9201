import { Args, ArgsType, Context, Field, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { NodeLoaders } from '../../platform/graphql/node-loaders.js';
import { ConnectionArgs } from '../../platform/graphql/page.js';
import { OrganizationService } from '../organization.service.js';
import { integrationsById } from '../views/integrations.query.js';
import { membersById } from '../views/members.query.js';
import { tokensById } from '../views/tokens.query.js';
import { Integration } from './integration.type.js';
import { Member } from './member.type.js';
import { pageById } from './page-by-id.js';
import { Token } from './token.type.js';

const MemberConnection = connectionOf(Member).Connection;
const TokenConnection = connectionOf(Token).Connection;

@ArgsType()
class MembersArgs extends ConnectionArgs {
  @Field({ defaultValue: false, description: 'Also people who were removed.' })
  alsoRemoved!: boolean;
}

@Resolver()
export class ListsResolver {
  constructor(
    private readonly organizations: OrganizationService,
    nodes: NodeLoaders,
  ) {
    nodes.register('mem', {
      typeOf: () => Member.name,
      load: async (ids, { reads, viewer }) => byId(await membersById(reads, knownTo(viewer, ids))),
    });
    nodes.register('int', {
      typeOf: () => Integration.name,
      load: async (ids, { reads, viewer }) =>
        byId(await integrationsById(reads, knownTo(viewer, ids))),
    });
    nodes.register('tok', {
      typeOf: () => Token.name,
      load: async (ids, { reads, viewer }) => {
        const visible = ids.filter((id) => viewer.role === 'ADMIN' || id === viewer.token);
        return byId(await tokensById(reads, visible));
      },
    });
  }

  @Requires('VIEWER')
  @Query(() => MemberConnection, { description: 'The people of the organization, in order of id.' })
  members(@Args() args: MembersArgs, @Context() { reads }: OperationContext) {
    const { alsoRemoved } = args;
    return pageById('members', args, (stretch) =>
      this.organizations.listMembers(reads, stretch, { alsoRemoved }),
    );
  }

  @Requires('ADMIN')
  @Query(() => TokenConnection, {
    description: 'The tokens of the organization in order of id, those that ended among them.',
  })
  tokens(@Args() args: ConnectionArgs, @Context() { reads }: OperationContext) {
    return pageById('tokens', args, (stretch) => this.organizations.listTokens(reads, stretch));
  }
}

const byId = <T extends { readonly id: string }>(found: readonly T[]): ReadonlyMap<string, T> =>
  new Map(found.map((one) => [one.id, one]));

/** A guest looks up nobody but themselves. */
const knownTo = ({ role, actor }: Viewer, ids: readonly string[]): readonly string[] =>
  role === 'GUEST' ? ids.filter((id) => id === actor.id) : ids;
