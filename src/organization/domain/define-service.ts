import { accept, refuse } from '../../kernel/decision.js';
import { parseTarget } from '../../kernel/target.js';
import { notATarget, organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';
import { slugOf } from './service.js';
import type { Service } from './service.js';

export type DefineService = {
  readonly name: string;
  readonly title: string;
  readonly team?: string | undefined;
  /** `service/<name>` unless given. */
  readonly target?: string | undefined;
  readonly description?: string | undefined;
};

/** Given again with other words, it replaces what was known of the service. */
export const defineService: OrganizationRule<DefineService> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { name, title, team, description } = command;
  const slug = slugOf(name);
  const target = parseTarget(command.target ?? `service/${slug ?? ''}`);
  if (slug === undefined) return refuse(notATarget(name, 'name'));
  if (target === undefined) return refuse(notATarget(command.target ?? slug, 'target'));
  const service: Service = { slug, title, team, target, description };
  return isTheSame(service, facts.service)
    ? accept()
    : accept({ type: 'ServiceDefined', data: service });
};

const isTheSame = (service: Service, known: Service | null | undefined): boolean =>
  known?.slug === service.slug &&
  known.title === service.title &&
  known.team === service.team &&
  known.target === service.target &&
  known.description === service.description;
