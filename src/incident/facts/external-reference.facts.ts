import type { Facts } from '../../kernel/decision.js';
import type { BindingFacts, External } from '../domain/references/binding.js';
import { readBinding } from '../views/external-references.query.js';
import type { ReadFacts } from './facts.js';

/** The thing as the incident has it bound, if it has. Strict: a row of the incident. */
export const bindingFacts =
  (external: External): ReadFacts<Facts & BindingFacts> =>
  async ({ reads, incident }) => {
    const found = await readBinding(reads, incident, external);
    if (!found) return { itself: incident };
    const { kind, url, caption } = found;
    const known = { ...external, kind, url: url ?? undefined, caption: caption ?? undefined };
    return { itself: incident, known };
  };
