import type { StoredEvent } from '../../kernel/event.js';
import type { OrganizationEvent } from './events.js';

/** The payload field that names what an event is about; null where that is the organization. */
const subjectField: Readonly<Record<OrganizationEvent['type'], string | null>> = {
  OrganizationCreated: null,
  SettingsChanged: null,
  MemberInvited: 'member',
  MemberRenamed: 'member',
  MemberRoleChanged: 'member',
  MemberRemoved: 'member',
  IdentityBound: 'member',
  IdentityUnbound: 'member',
  IntegrationAdded: 'integration',
  IntegrationRemoved: 'integration',
  TokenCreated: 'token',
  TokenRevoked: 'token',
  ServiceDefined: 'slug',
  ServiceRetired: 'slug',
  TargetAliased: 'alias',
  TargetAliasRemoved: 'alias',
};
const fields: Readonly<Record<string, string | null>> = subjectField;

/** What an audited event is about: a member, token, service..., or the stream itself. */
export const subjectOf = ({
  type,
  data,
  streamId,
}: Pick<StoredEvent, 'type' | 'data' | 'streamId'>): string => {
  const field = fields[type] ?? null;
  const subject = field === null ? undefined : (data as Record<string, unknown>)[field];
  return typeof subject === 'string' ? subject : streamId;
};
