import { Reflector } from '@nestjs/core';
import type { Role } from './viewer.js';

/** The least role that a query, mutation or subscription asks for. */
export type RequiredRole = Exclude<Role, 'GUEST' | 'INTEGRATION'>;

/**
 * Declares the least role that may call a root field. Every query, mutation and subscription
 * has one: the server does not start without.
 */
export const Requires = Reflector.createDecorator<RequiredRole>();

/**
 * Opens a root field to guests, whatever role it requires of others. Guests may call no other:
 * it is for what shows or changes only incidents that the caller sees.
 */
export const OpenToGuests = Reflector.createDecorator<true>();

const rank: Readonly<Record<Role, number>> = {
  GUEST: 0,
  VIEWER: 1,
  RESPONDER: 2,
  INTEGRATION: 2,
  ADMIN: 3,
};

/** Whether a role may do what the required one may. An integration stands where a responder does. */
export const suffices = (role: Role, required: RequiredRole): boolean =>
  rank[role] >= rank[required];
