import { Args, ArgsType, Context, Field, Query, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { readIncidentsWith } from '../../views/external-references.query.js';
import { Incident } from '../incident.type.js';

const most = 50;

@ArgsType()
class ExternalArgs {
  @Field({ description: 'The other system.' })
  @IsLine(80)
  system!: string;

  @Field({ description: 'The id of the thing in that system.' })
  @IsLine(200)
  externalId!: string;
}

@Resolver()
export class IncidentsByReferenceResolver {
  constructor(private readonly incidents: IncidentReads) {}

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => [Incident], {
    description:
      'The incidents to which something in another system is bound, newest first; at most 50.',
  })
  async incidentsByReference(@Args() external: ExternalArgs, @Context() context: OperationContext) {
    const ids = await readIncidentsWith(context.reads, external, most);
    const found = await Promise.all(ids.map((id) => this.incidents.byId(context, id)));
    return found.filter((incident) => incident !== null);
  }
}
