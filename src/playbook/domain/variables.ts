import type { SuggestionSubject, UpdateAudience } from './choices.js';
import { publicAudiences } from './choices.js';

type Variable = {
  readonly meaning: string;
  /** Not for readers outside: it may name people, customers or systems. */
  readonly isInternal: boolean;
};
const forAll = (meaning: string): Variable => ({ meaning, isInternal: false });
const withinOnly = (meaning: string): Variable => ({ meaning, isInternal: true });

/** What templates of updates may name. A variable has no value while nothing is known of it. */
export const updateVariables = {
  reference: forAll('The name to say on a call, as INC-42'),
  severity: forAll('The severity, as SEV2'),
  phase: forAll(
    'How far the response has come: under investigation, contained, resolved or closed',
  ),
  features: forAll('The affected features, as last assessed; no value if it is the whole app'),
  whom: forAll('Whom it affects: all users, or some users'),
  impactStartedAt: forAll('When users began to be hurt, to the minute'),
  impactMinutes: forAll(
    'For how many minutes users were hurt, until now or the end; no value while the start is not known',
  ),
  publicStatus: forAll('The status that readers outside were last told of'),
  components: forAll('How parts of the product do, as last published'),
  nextUpdateAt: forAll('By when the audience was promised more, to the minute'),
  title: withinOnly('What is wrong, in one line'),
  service: withinOnly('The service where it was noticed'),
  scope: withinOnly('The latest assessment of the scope, in words'),
  commander: withinOnly('Who commands, or commanded last, by name'),
  actionsUnderWay: withinOnly('What is being done just now'),
  whatWasDone: withinOnly('What was done and worked'),
};
export type UpdateVariable = keyof typeof updateVariables;

/** What a template for this audience may name. */
export const variablesFor = (audience: UpdateAudience): readonly string[] =>
  Object.entries(updateVariables)
    .filter(([, { isInternal }]) => !isInternal || !publicAudiences.includes(audience))
    .map(([name]) => name);

/** What the reason of a suggestion may name, by what it is suggested for. */
export const suggestionVariables: Readonly<
  Record<SuggestionSubject, Readonly<Record<string, string>>>
> = {
  CHANGE: {
    change: 'Its title',
    nearness: 'How long before or after the impact it was made, if that is known',
    standing: 'a suspect, or held to be the cause',
  },
  FEATURE: { feature: 'Its name, if any is known' },
  SERVICE: { service: 'Its name, if it is known' },
};
