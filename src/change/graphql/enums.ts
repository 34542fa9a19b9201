import { choiceEnum } from '../../platform/graphql/choice-enum.js';
import * as choices from '../domain/choices.js';

export const ChangeKind = choiceEnum(choices.changeKind);
export const ChangeStatus = choiceEnum(choices.changeStatus);
