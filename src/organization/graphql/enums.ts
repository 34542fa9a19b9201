import { choiceEnum } from '../../platform/graphql/choice-enum.js';
import * as choices from '../domain/choices.js';

export const Role = choiceEnum(choices.role);
export const TokenScope = choiceEnum(choices.tokenScope);
