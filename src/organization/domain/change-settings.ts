import { accept, refuse } from '../../kernel/decision.js';
import { organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

/** What is absent stays as it is. */
export type ChangeSettings = {
  readonly name?: string | undefined;
  readonly restrictNewIncidents?: boolean | undefined;
};

/** Records only what differs. */
export const changeSettings: OrganizationRule<ChangeSettings> = (command, organization) => {
  if (!organization.created) return refuse(organizationNotFound());
  const organizationName = unlike(organization.name, command.name);
  const restrictNewIncidents = unlike(
    organization.restrictNewIncidents,
    command.restrictNewIncidents,
  );
  return organizationName === undefined && restrictNewIncidents === undefined
    ? accept()
    : accept({ type: 'SettingsChanged', data: { organizationName, restrictNewIncidents } });
};

const unlike = <T>(is: T, wanted: T | undefined): T | undefined =>
  wanted === is ? undefined : wanted;
