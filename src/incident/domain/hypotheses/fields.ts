import { id, list, optional, record, text } from '../../../kernel/field.js';
import type { DataOf } from '../../../kernel/field.js';
import { evidence } from '../fields.js';

const links = record('HypothesisLinks', 'What speaks for or against a hypothesis', {
  checks: list('Checks, by key', text('The key of a check', 40), 30),
  actions: list('Actions, by id', id('An action', 'act'), 30),
  changes: list('Changes, by id', id('A change', 'chg'), 30),
});

export const hypothesis = id('The hypothesis', 'hyp');
export const linked = optional(links);

/** The payload of everything that is said of a hypothesis once it is raised. */
export const sayingFields = {
  hypothesis,
  reason: optional(text('Why it is said', 2_000)),
  evidence,
  linked,
};
export type Saying = DataOf<typeof sayingFields>;
export type Links = NonNullable<Saying['linked']>;

/** Whether the same was said, whatever order the keys came back from storage in. */
export const saysTheSame = (one: Saying, other: Saying): boolean =>
  inOneOrder(one) === inOneOrder(other);

const inOneOrder = ({ hypothesis: of, reason, evidence: shown, linked: to }: Saying): string =>
  JSON.stringify([of, reason, shown, to && [to.checks, to.actions, to.changes]]);
