import type { Facts } from '../../kernel/decision.js';
import type { Occasion } from '../../playbook/domain/choose.js';
import type { PlaybookService } from '../../playbook/playbook.service.js';
import type { NamedFacts } from '../domain/playbook/named.js';
import type { ReadFacts } from './facts.js';

/** What was named by hand. */
export const namedFacts =
  (playbooks: PlaybookService, given: string): ReadFacts<Facts & NamedFacts> =>
  async ({ organization }) => ({ named: await playbooks.named(organization, given) });

/** What an incident that is declared is to run: named by hand, or chosen by what it is. */
export const plannedFacts =
  (
    playbooks: PlaybookService,
    given: string | undefined,
    occasion: Occasion,
  ): ReadFacts<Facts & NamedFacts> =>
  async (sources) => {
    if (sources.state.status === 'declared') return {};
    if (given !== undefined) return namedFacts(playbooks, given)(sources);
    const { playbook } = await playbooks.planned(sources.organization, occasion);
    return { named: { playbook, isRetired: false } };
  };
