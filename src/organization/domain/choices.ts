import { choice } from '../../kernel/field.js';
import type { ValueOf } from '../../kernel/field.js';

export const role = choice('Role', 'What a member or token may do', {
  GUEST: 'An outside party: sees and works on the incidents only that they were given sight of',
  VIEWER: 'Read everything that is open to the organization',
  RESPONDER: 'Read, and take part in incidents',
  INTEGRATION: 'For tools alone: report what happened, without the rights of a person',
  ADMIN: 'Everything, members and tokens included',
});
export type Role = ValueOf<typeof role>;

/** The roles of people, each with the rights of those before it. */
export const memberRoles: readonly Role[] = ['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN'];

export const tokenScope = choice('TokenScope', 'What a token may do beyond its role', {
  ACT_AS: 'Name the person for whom a command is given; that person’s own rights apply',
});
export type TokenScope = ValueOf<typeof tokenScope>;
