import type { Held, Reservation } from '../../kernel/decision.js';
import { identityTaken } from './refusals.js';
import type { OrganizationRefusal } from './refusals.js';

export type Identity = { readonly system: string; readonly externalId: string };

/** The identity in the hands of a member; e-mail addresses are the same in any case. */
export const heldIdentity = ({ system, externalId }: Identity, member: string): Held => ({
  space: 'identity',
  key: `${system}:${system === 'email' ? externalId.toLowerCase() : externalId}`,
  holder: member,
});

/** Nobody but `member` may have the identity. */
export const reserveIdentity = (
  identity: Identity,
  member: string,
  field: 'email' | 'externalId',
): Reservation<OrganizationRefusal> => ({
  ...heldIdentity(identity, member),
  refusal: ({ holder }) => identityTaken(holder, field),
});
