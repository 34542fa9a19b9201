import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../platform/access/requires.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { badUserInput } from '../../platform/graphql/errors.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../platform/graphql/page.js';
import type { Mode, Phase, Severity as SeverityValue } from '../domain/choices.js';
import { IncidentReads } from '../reads/incident.reads.js';
import { IncidentMode, IncidentPhase, Severity } from './enums.js';
import { Incident } from './incident.type.js';

export const IncidentConnection = connectionOf(Incident).Connection;

@InputType({ description: 'Which incidents to list. All that is given has to hold.' })
class IncidentWhere {
  @Field(() => [IncidentPhase], { nullable: true, description: 'In one of these phases.' })
  @IsOptional()
  @ArrayMaxSize(10)
  phase?: Phase[] | null;

  @Field(() => [Severity], { nullable: true, description: 'Of one of these severities.' })
  @IsOptional()
  @ArrayMaxSize(10)
  severity?: SeverityValue[] | null;

  @Field(() => ID, { nullable: true, description: 'Commanded by this member.' })
  @IsOptional()
  @IsTypeId('mem')
  commander?: string | null;

  @Field(() => [IncidentMode], { nullable: true, description: 'Of one of these modes.' })
  @IsOptional()
  @ArrayMaxSize(10)
  mode?: Mode[] | null;

  @Field(() => [String], { nullable: true, description: 'With all of these labels.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsLine(40, { each: true })
  label?: string[] | null;
}

@Resolver()
export class IncidentsResolver {
  constructor(private readonly reads: IncidentReads) {}

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => Incident, {
    nullable: true,
    description: 'One incident, by its id or its reference; null if there is none.',
  })
  incident(
    @Context() context: OperationContext,
    @Args('id', { type: () => ID, nullable: true, description: 'As `inc_...`.' })
    id?: string | null,
    @Args('reference', { type: () => String, nullable: true, description: 'As `INC-42`.' })
    reference?: string | null,
  ) {
    if ((id == null) === (reference == null)) {
      throw badUserInput([{ path: ['id'], message: 'give either the id or the reference' }]);
    }
    return id == null
      ? this.reads.byReference(context, reference ?? '')
      : this.reads.byId(context, id);
  }

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => IncidentConnection, { description: 'The incidents, newest first.' })
  incidents(
    @Context() context: OperationContext,
    @Args() page: ConnectionArgs,
    @Args('where', { type: () => IncidentWhere, nullable: true, description: 'All unless given.' })
    where?: IncidentWhere | null,
  ) {
    return this.reads.list(context, where ?? {}, pageOf(page));
  }
}
