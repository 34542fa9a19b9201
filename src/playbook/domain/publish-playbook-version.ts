import { accept, refuse } from '../../kernel/decision.js';
import { saysTheSame } from './content.js';
import * as refusals from './refusals.js';
import type { PlaybookRule, Said } from './rule.js';
import type { CreatedPlaybook } from './stream.js';

export type PublishPlaybookVersion = {
  /** What a file came to that is for the playbook of this name. */
  readonly saidFor: (name: string) => Said;
};

/** It is already true if the latest version says the same. */
export const publishPlaybookVersion: PlaybookRule<PublishPlaybookVersion> = (
  { saidFor },
  playbook,
  { latest },
) => {
  if (playbook.status === 'uncreated') return refuse(refusals.playbookNotFound());
  const said = saidFor(playbook.name);
  const obstacles = [
    ...(playbook.status === 'retired' ? [refusals.playbookRetired(playbook.name)] : []),
    ...(said.problems === undefined ? [] : [refusals.playbookInvalid(said.problems)]),
  ];
  if (obstacles.length > 0 || said.problems !== undefined) return refuse(...obstacles);
  return latest !== undefined && saysTheSame(latest, said.content)
    ? accept()
    : accept({ type: 'PlaybookVersionPublished' as const, data: next(playbook, said) });
};

const next = (
  { name, version }: CreatedPlaybook,
  { content }: Extract<Said, { content: object }>,
) => ({
  playbookName: name,
  playbookVersion: version + 1,
  content,
});
