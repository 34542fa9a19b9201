import type { Reservation } from '../../kernel/decision.js';
import { identityTaken } from './refusals.js';
import type { OrganizationRefusal } from './refusals.js';

export type Identity = { readonly system: string; readonly externalId: string };

/** Nobody but `member` may have the identity; e-mail addresses are the same in any case. */
export const reserveIdentity = (
  { system, externalId }: Identity,
  member: string,
  field: 'email' | 'externalId',
): Reservation<OrganizationRefusal> => ({
  space: 'identity',
  key: `${system}:${system === 'email' ? externalId.toLowerCase() : externalId}`,
  holder: member,
  refusal: ({ holder }) => identityTaken(holder, field),
});
