import { choice } from '../../../kernel/field.js';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { actionStatus } from '../../domain/actions/choices.js';

export const ActionStatus = choiceEnum(actionStatus);
export const AttemptMatch = choiceEnum(
  choice('AttemptMatch', 'Why an earlier attempt is worth knowing', {
    SAME_TARGET: 'It worked on the same target',
    PARENT_OR_CHILD: 'It worked on a part of the target, or on what the target is a part of',
    SIMILAR_TEXT: 'Its words are like those that were asked for',
  }),
);
