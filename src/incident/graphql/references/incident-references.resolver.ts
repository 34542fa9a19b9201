import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ExternalReferenceReads } from '../../reads/external-reference.reads.js';
import type { IncidentView } from '../../incident.view.js';
import { Incident } from '../incident.type.js';
import { ExternalReference } from './external-reference.type.js';

@Resolver(() => Incident)
export class IncidentReferencesResolver {
  constructor(private readonly reads: ExternalReferenceReads) {}

  @ResolveField(() => [ExternalReference], {
    description: 'What is bound in other systems, oldest first; at most 50.',
  })
  references({ id }: IncidentView, _args: unknown, context: OperationContext) {
    return this.reads.of(context, id);
  }
}
