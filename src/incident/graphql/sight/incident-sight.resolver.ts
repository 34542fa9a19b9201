import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../../platform/graphql/cursor.js';
import { ConnectionArgs, connectionFrom, pageOf } from '../../../platform/graphql/page.js';
import type { IncidentView } from '../../incident.view.js';
import { readGrantPage } from '../../views/sight.query.js';
import { Incident } from '../incident.type.js';
import { SightGrant } from './sight.type.js';

const SightGrantConnection = connectionOf(SightGrant).Connection;
/** After every id. */
const end = '~';

@Resolver(() => Incident)
export class IncidentSightResolver {
  @ResolveField(() => Boolean, {
    description:
      'Whether only its participants, those who were granted sight, and admins see it. For everybody else it does not exist then.',
  })
  restricted({ restricted }: IncidentView) {
    return restricted;
  }

  @ResolveField(() => SightGrantConnection, {
    description: 'Who was granted sight, in order of id. Participants and admins see it without.',
  })
  async sight(
    @Parent() { id }: IncidentView,
    @Args() args: ConnectionArgs,
    @Context() { reads }: OperationContext,
  ) {
    const page = pageOf(args);
    const { cursor, cursorPath, backward, limit } = page;
    const kind = `sight ${id}`;
    const [beyond] =
      cursor === undefined
        ? [backward ? end : '']
        : decodePageCursor(kind, cursor, cursorPath, ['string']);
    const rows = await readGrantPage(reads, id, { beyond, backward, limit: limit + 1 });
    return connectionFrom(rows, page, ({ viewer }) => encodePageCursor(kind, [viewer.id]));
  }
}
