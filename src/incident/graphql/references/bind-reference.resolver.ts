import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine, IsWebAddress } from '../../../platform/graphql/input-rules.js';
import { bindReference } from '../../domain/references/bind-reference.js';
import type { ReferenceKind as Kind } from '../../domain/references/choices.js';
import { bindingFacts } from '../../facts/external-reference.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { ExternalInput, ReferenceKind } from './external-reference.type.js';

@InputType({ description: 'Bind something in another system to the incident.' })
class BindReferenceInput extends ExternalInput {
  @Field(() => ReferenceKind, { description: 'What it is.' })
  kind!: Kind;

  @Field(() => String, { nullable: true, description: 'Where to open it: https or http.' })
  @IsOptional()
  @IsWebAddress(2_000)
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'What people call it, in one line.' })
  @IsOptional()
  @IsLine(200)
  caption?: string | null;
}

@ObjectType({ description: 'What came of binding a reference.' })
class BindReferencePayload extends IncidentPayload {}

@Resolver()
export class BindReferenceResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => BindReferencePayload, {
    description:
      'Bind a channel, ticket, call or document, so that the incident is found by it. A chat channel serves one incident at a time. Binding it again changes what is known of it.',
  })
  bindReference(@Input() input: BindReferenceInput, @Context() context: OperationContext) {
    const { incident, kind, system, externalId } = input;
    const external = { system, externalId };
    const command = {
      kind,
      ...external,
      url: said(input.url),
      caption: said(input.caption),
    };
    const ruling = { incident, rule: bindReference, command, facts: bindingFacts(external) };
    return this.incidents.command(ruling, { input, context });
  }
}
