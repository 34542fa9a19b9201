import type { UpdateMoment } from './choices.js';
import { builtInTemplate } from './built-in-templates.js';
import type { UpdateTemplate } from './built-in-templates.js';
import { draftVariables, valuesIn } from './draft-variables.js';
import type { DraftMaterial } from './draft-variables.js';
import { parseTemplate, renderTemplate } from './template.js';

export type Draft = {
  readonly text: string;
  readonly template: UpdateTemplate;
  /** Of every variable, whether the template names it or not. */
  readonly values: Readonly<Record<string, string | undefined>>;
};

/** An update as the state suggests it, to be edited by whoever publishes it. */
export const draftUpdate = (material: DraftMaterial, moment = momentOf(material)): Draft => {
  const { audience, incident } = material;
  const template = builtInTemplate(audience, incident.severity, moment);
  const parsed = parseTemplate(template.text, Object.keys(draftVariables));
  if ('problems' in parsed) throw new Error(`A built-in template is wrong: ${template.text}`);
  const values = valuesIn(material);
  return { text: renderTemplate(parsed.template, values).trim(), template, values };
};

/** At what point the next update for the audience would be written. */
export const momentOf = ({
  incident: { phase, latestUpdates },
  audience,
}: Pick<DraftMaterial, 'incident' | 'audience'>): UpdateMoment => {
  if (phase === 'CONTAINED') return 'CONTAINED';
  if (phase !== 'INVESTIGATING') return 'RESOLVED';
  return latestUpdates[audience] === undefined ? 'FIRST' : 'PROGRESS';
};
