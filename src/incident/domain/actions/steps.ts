import { unresolved } from '../choices.js';
import type { DeclaredIncident } from '../state.js';
import type { StepsOf } from '../steps.js';
import type { actionsEvents } from './events.js';
import { maxOpenActions, maxOpenProposals } from './state.js';

const hasRoom = ({ openActions }: DeclaredIncident): boolean => openActions < maxOpenActions;
const hasProposal = ({ openProposals }: DeclaredIncident): boolean => openProposals > 0;
const oneProposalLess = ({ openProposals }: DeclaredIncident) => ({
  openProposals: openProposals - 1,
});

export const actionsSteps: StepsOf<typeof actionsEvents> = {
  ActionProposed: {
    fits: ({ phase, openProposals }) =>
      unresolved.includes(phase) && openProposals < maxOpenProposals,
    after: ({ openProposals }) => ({ openProposals: openProposals + 1 }),
  },
  ActionApproved: { fits: hasProposal },
  ActionRejected: { fits: hasProposal, after: oneProposalLess },
  ActionWithdrawn: { fits: hasProposal, after: oneProposalLess },
  ActionStarted: {
    fits: (incident, { data }) =>
      unresolved.includes(incident.phase) &&
      hasRoom(incident) &&
      (data.approved === undefined || hasProposal(incident)),
    after: (incident, { data }) => ({
      openActions: incident.openActions + 1,
      ...(data.approved !== undefined && oneProposalLess(incident)),
    }),
  },
  ActionExtended: {
    fits: (incident, { data }) =>
      data.afterExpiry === true ? hasRoom(incident) : incident.openActions > 0,
    after: ({ openActions }, { data }) =>
      data.afterExpiry === true ? { openActions: openActions + 1 } : {},
  },
  ActionLeaseExpired: {
    fits: ({ openActions }) => openActions > 0,
    after: ({ openActions }) => ({ openActions: openActions - 1 }),
  },
  ActionFinished: {
    fits: ({ openActions }, { data }) => data.afterExpiry === true || openActions > 0,
    after: ({ openActions }, { data }) =>
      data.afterExpiry === true ? {} : { openActions: openActions - 1 },
  },
};
