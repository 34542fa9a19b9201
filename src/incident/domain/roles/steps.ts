import type { StepsOf } from '../steps.js';
import type { rolesEvents } from './events.js';
import { maxRoles } from './role.js';

export const rolesSteps: StepsOf<typeof rolesEvents> = {
  RoleAssigned: {
    fits: ({ heldRoles }) => heldRoles < maxRoles,
    after: ({ heldRoles }) => ({ heldRoles: heldRoles + 1 }),
  },
  RoleReleased: {
    fits: ({ heldRoles }) => heldRoles > 0,
    after: ({ heldRoles }) => ({ heldRoles: heldRoles - 1 }),
  },
  ResponderJoined: {},
  ResponderLeft: { fits: ({ commander }, { data }) => commander?.member !== data.member },
};
