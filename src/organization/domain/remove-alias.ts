import { accept, refuse } from '../../kernel/decision.js';
import { parseTarget } from '../../kernel/target.js';
import { notATarget, organizationNotFound, targetInUse } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type RemoveAlias = { readonly alias: string };

/** The name stands for itself again, once no open action holds what it stood for. */
export const removeAlias: OrganizationRule<RemoveAlias> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const alias = parseTarget(command.alias);
  if (alias === undefined) return refuse(notATarget(command.alias, 'alias'));
  if (facts.alias?.alias !== alias) return accept();
  return facts.claimOnTarget
    ? refuse(targetInUse(alias, facts.claimOnTarget))
    : accept({ type: 'TargetAliasRemoved', data: { alias } });
};
