import { accept, refuse } from '../../kernel/decision.js';
import { playbookNotFound } from './refusals.js';
import type { PlaybookRule } from './rule.js';

export type RetirePlaybook = { readonly reason?: string | undefined };

export const retirePlaybook: PlaybookRule<RetirePlaybook> = ({ reason }, playbook) => {
  if (playbook.status === 'uncreated') return refuse(playbookNotFound());
  return playbook.status === 'retired'
    ? accept()
    : accept({
        type: 'PlaybookRetired' as const,
        data: { playbookName: playbook.name, ...(reason !== undefined && { reason }) },
      });
};
