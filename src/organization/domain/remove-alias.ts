import { accept, refuse } from '../../kernel/decision.js';
import { parseTarget } from '../../kernel/target.js';
import { notATarget, organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type RemoveAlias = { readonly alias: string };

export const removeAlias: OrganizationRule<RemoveAlias> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const alias = parseTarget(command.alias);
  if (alias === undefined) return refuse(notATarget(command.alias, 'alias'));
  return facts.alias?.alias === alias
    ? accept({ type: 'TargetAliasRemoved', data: { alias } })
    : accept();
};
