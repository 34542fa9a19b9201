import type { Playbook } from '../../../playbook/domain/playbook.js';
import { parseTemplate, renderTemplate } from '../../../playbook/domain/template.js';
import { updateVariables } from '../../../playbook/domain/variables.js';
import type { UpdateMoment } from './choices.js';
import { valuesIn } from './draft-variables.js';
import type { DraftMaterial } from './draft-variables.js';

export type UpdateTemplate = Playbook['templates'][number];

export type Draft = {
  readonly text: string;
  readonly template: UpdateTemplate;
  /** Of every variable, whether the template names it or not. */
  readonly values: Readonly<Record<string, string | undefined>>;
};

/** An update as the state suggests it, to be edited by whoever publishes it. */
export const draftUpdate = (
  material: DraftMaterial,
  { templates }: Pick<Playbook, 'templates'>,
  moment = momentOf(material),
): Draft => {
  const { audience, incident } = material;
  const template = templates.find(
    (one) =>
      one.audience === audience &&
      one.moment === moment &&
      one.severities.includes(incident.severity),
  ) ?? { ...titleAlone, audience, moment, severities: [incident.severity] };
  const parsed = parseTemplate(template.text, Object.keys(updateVariables));
  const values = valuesIn(material);
  // A variable may have gone since the version was published: what it wrote is still of use.
  const text = 'problems' in parsed ? template.text : renderTemplate(parsed.template, values);
  return { text: text.trim(), template, values };
};

/** Published playbooks have a template for each moment, so this is for moments that are new. */
const titleAlone = { text: '{{reference}} ({{severity}})' };

/** At what point the next update for the audience would be written. */
export const momentOf = ({
  incident: { phase, latestUpdates },
  audience,
}: Pick<DraftMaterial, 'incident' | 'audience'>): UpdateMoment => {
  if (phase === 'CONTAINED') return 'CONTAINED';
  if (phase !== 'INVESTIGATING') return 'RESOLVED';
  return latestUpdates[audience] === undefined ? 'FIRST' : 'PROGRESS';
};
