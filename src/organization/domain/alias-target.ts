import { accept, refuse } from '../../kernel/decision.js';
import { overlap, parseTarget } from '../../kernel/target.js';
import type { OrganizationFacts } from './facts.js';
import * as refusals from './refusals.js';
import type { OrganizationRefusal } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type AliasTarget = { readonly alias: string; readonly target: string };

/**
 * No alias and no target of an alias are one within the other: so what an alias stands for
 * never goes by an alias itself, and replacing twice does what replacing once does. A name gets
 * another meaning only while no open action holds what it stood for: two actions would work on
 * one thing under two names.
 */
export const aliasTarget: OrganizationRule<AliasTarget> = (command, organization, facts) => {
  if (!organization.created) return refuse(refusals.organizationNotFound());
  const [alias, target] = [parseTarget(command.alias), parseTarget(command.target)];
  if (alias === undefined) return refuse(refusals.notATarget(command.alias, 'alias'));
  if (target === undefined) return refuse(refusals.notATarget(command.target, 'target'));
  const clash = clashWith({ alias, target }, facts);
  if (clash) return refuse(clash);
  if (facts.alias?.target === target) return accept();
  const claim = facts.claimOnAlias ?? facts.claimOnTarget;
  return claim
    ? refuse(refusals.targetInUse(alias, claim))
    : accept({ type: 'TargetAliased', data: { alias, target } });
};

const clashWith = (
  { alias, target }: AliasTarget,
  { aliasAtTarget, aliasForAlias }: OrganizationFacts,
): OrganizationRefusal | undefined => {
  if (overlap(alias, target)) return refusals.aliasOfItself(alias, target);
  if (aliasAtTarget) return refusals.aliasOfAlias(target, aliasAtTarget);
  return aliasForAlias ? refusals.aliasIsTarget(alias, aliasForAlias) : undefined;
};
