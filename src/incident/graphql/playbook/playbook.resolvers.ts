import { IncidentPlaybookResolver } from './incident-playbook.resolver.js';
import { MoveToPlaybookResolver } from './move-to-playbook.resolver.js';

export const playbookResolvers = [MoveToPlaybookResolver, IncidentPlaybookResolver];
