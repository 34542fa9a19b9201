import type { Mode, Phase } from '../choices.js';

export const incidentNotFound = () => ({
  code: 'INCIDENT_NOT_FOUND' as const,
  message: 'There is no such incident: look its id up in `incidents`, or declare it first',
  path: ['input', 'incident'],
});

export const incidentExists = (incident: string, reference: string) => ({
  code: 'INCIDENT_EXISTS' as const,
  message: `The id is that of ${reference}, declared in other words: use another id, or none`,
  path: ['input', 'incident'],
  incident,
  reference,
});

/** For whom the incident that has the id is hidden. */
export const incidentIdTaken = (incident: string) => ({
  code: 'INCIDENT_EXISTS' as const,
  message: `${incident} is taken: use another id, or none`,
  path: ['input', 'incident'],
});

export const wrongPhase = (phase: Phase, allowed: readonly Phase[]) => ({
  code: 'WRONG_PHASE' as const,
  message: `This is for an incident that is ${allowed.join(' or ')}; this one is ${phase}`,
  phase,
  allowed,
});

/** `into`: the incident that goes on. The message does not name it: it may be hidden from who asks. */
export const incidentMerged = (into: string, path?: readonly string[]) => ({
  code: 'INCIDENT_MERGED' as const,
  message: 'It was merged into another incident: go on there',
  ...(path && { path }),
  into,
});

const notInto = <C extends string>(code: C, message: string) => ({
  code,
  message,
  path: ['input', 'into'],
});

export const survivorNotFound = () =>
  notInto(
    'INCIDENT_NOT_FOUND',
    'There is no such incident to merge into: look it up in `incidents`',
  );

export const mergedIntoItself = () =>
  notInto(
    'MERGED_INTO_ITSELF',
    'An incident cannot be merged into itself: name the one that goes on',
  );

export const survivorDeclined = () =>
  notInto(
    'SURVIVOR_DECLINED',
    'The incident to merge into was declined: reopen it first, or decline this one too',
  );

export const modesDiffer = (own: Mode, other: Mode) => ({
  ...notInto(
    'MODES_DIFFER',
    `One is ${own} and the other ${other}: only incidents of one mode are merged`,
  ),
  own,
  other,
});

export const personRequired = () => ({
  code: 'PERSON_REQUIRED' as const,
  message:
    'Only a person can do this: a tool names the person it acts for in `actor`, with a token of the scope ACT_AS',
  path: ['input', 'actor'],
});

export const labelInvalid = (given: string, ...place: string[]) => ({
  code: 'LABEL_INVALID' as const,
  message: `${given} is no label: a label is 1 to 40 of a-z, 0-9, ".", "_", ":", "/" and "-"`,
  path: ['input', ...place],
});

export const tooManyLabels = (labels: number, most: number) => ({
  code: 'TOO_MANY_LABELS' as const,
  message: `It would have ${labels} labels, and may have ${most}: remove some in the same call`,
  path: ['input', 'add'],
});
