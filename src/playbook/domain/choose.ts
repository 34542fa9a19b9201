import type { Mode, Severity } from './choices.js';
import type { PlaybookRule } from './content.js';

/** What an incident is, when it is declared. */
export type Occasion = {
  readonly service?: string | undefined;
  readonly severity: Severity;
  readonly mode: Mode;
};

/** The latest version of a playbook that is not retired, and what it is for. */
export type Candidate = {
  readonly name: string;
  readonly version: number;
  readonly appliesTo: readonly PlaybookRule[];
};

export type Choice = Pick<Candidate, 'name' | 'version'> & { readonly rule: PlaybookRule };

/**
 * The playbook for an incident: of all rules that hold, the one with the highest priority, and of
 * several with the same, the first of the playbook whose name comes first. Undefined if none holds.
 */
export const choose = (candidates: readonly Candidate[], occasion: Occasion): Choice | undefined =>
  candidates
    .flatMap(({ name, version, appliesTo }) =>
      appliesTo.filter((rule) => holds(rule, occasion)).map((rule) => ({ name, version, rule })),
    )
    .sort(
      (one, other) =>
        other.rule.priority - one.rule.priority || inOrderOfName(one.name, other.name),
    )[0];

/** The rules of one playbook stay in the order in which it says them. */
const inOrderOfName = (one: string, other: string): number =>
  one === other ? 0 : one < other ? -1 : 1;

/** What is empty holds always. */
const holds = (
  { services, severities, modes }: PlaybookRule,
  { service, severity, mode }: Occasion,
): boolean =>
  (services.length === 0 ||
    (service !== undefined && services.some((pattern) => fits(pattern, service)))) &&
  (severities.length === 0 || severities.includes(severity)) &&
  (modes.length === 0 || modes.includes(mode));

/**
 * Whether a name is what a pattern says, in which `*` stands for any characters. Case does not
 * matter. Part by part from the left: it takes no longer than the two are long.
 */
export const fits = (pattern: string, name: string): boolean => {
  const [head = '', ...parts] = pattern.toLowerCase().split('*');
  const said = name.toLowerCase();
  const tail = parts.pop();
  if (tail === undefined) return said === head;
  if (!said.startsWith(head)) return false;
  let from = head.length;
  for (const part of parts) {
    const found = said.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return said.length - tail.length >= from && said.endsWith(tail);
};
