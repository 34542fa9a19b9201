import { accept, refuse } from '../../kernel/decision.js';
import { overlap, parseTarget } from '../../kernel/target.js';
import * as refusals from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type AliasTarget = { readonly alias: string; readonly target: string };

/**
 * No alias and no target of an alias are one within the other: so what an alias stands for
 * never goes by an alias itself, and replacing twice does what replacing once does.
 */
export const aliasTarget: OrganizationRule<AliasTarget> = (command, organization, facts) => {
  if (!organization.created) return refuse(refusals.organizationNotFound());
  const [alias, target] = [parseTarget(command.alias), parseTarget(command.target)];
  if (alias === undefined) return refuse(refusals.notATarget(command.alias, 'alias'));
  if (target === undefined) return refuse(refusals.notATarget(command.target, 'target'));
  if (overlap(alias, target)) return refuse(refusals.aliasOfItself(alias, target));
  const { aliasAtTarget, aliasForAlias } = facts;
  if (aliasAtTarget) return refuse(refusals.aliasOfAlias(target, aliasAtTarget));
  if (aliasForAlias) return refuse(refusals.aliasIsTarget(alias, aliasForAlias));
  return facts.alias?.alias === alias && facts.alias.target === target
    ? accept()
    : accept({ type: 'TargetAliased', data: { alias, target } });
};
