import { Injectable } from '@nestjs/common';
import type { CommandInput } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { ActingService } from '../acting.service.js';
import {
  OrganizationService,
  type OrganizationRecorded,
  type Ruling,
} from '../organization.service.js';
import { issuerOf } from './issuer-of.js';

/** Gives the commands of admins: in the name of whoever asks, on their organization. */
@Injectable()
export class AdminCommands {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly acting: ActingService,
  ) {}

  async run<C>(
    ruling: Ruling<C>,
    { input, context }: { readonly input: CommandInput; readonly context: OperationContext },
  ): Promise<OrganizationRecorded> {
    const issuer = await issuerOf(this.acting, ruling.rule.name, input, context);
    return this.organizations.command(context.viewer.organization, ruling, issuer);
  }
}
