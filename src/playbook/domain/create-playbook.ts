import { accept, refuse } from '../../kernel/decision.js';
import type { Reservation } from '../../kernel/decision.js';
import { saysTheSame } from './content.js';
import * as refusals from './refusals.js';
import type { PlaybookRefusal } from './refusals.js';
import type { PlaybookRule, Said } from './rule.js';

export type CreatePlaybook = {
  /** The id of the stream. */
  readonly playbook: string;
  readonly name: string;
  readonly said: Said;
};

/** Repeated with the first words, it is already true, also after later versions. */
export const createPlaybook: PlaybookRule<CreatePlaybook> = (command, playbook, { first }) => {
  const { name, said } = command;
  if (said.problems !== undefined) return refuse(refusals.playbookInvalid(said.problems));
  const { content } = said;
  if (playbook.status !== 'uncreated') {
    const isTheSame = playbook.name === name && first !== undefined && saysTheSame(first, content);
    return isTheSame ? accept() : refuse(refusals.playbookExists(playbook.name));
  }
  return {
    ...accept(
      { type: 'PlaybookCreated' as const, data: { playbookName: name } },
      {
        type: 'PlaybookVersionPublished' as const,
        data: { playbookName: name, playbookVersion: 1, content },
      },
    ),
    take: [onlyOne(command)],
  };
};

/** Never released: incidents name the versions that they ran by the name. */
const onlyOne = ({
  playbook: holder,
  name: key,
}: CreatePlaybook): Reservation<PlaybookRefusal> => ({
  ...{ space: 'playbook', key, holder },
  refusal: () => refusals.playbookNameTaken(key),
});
