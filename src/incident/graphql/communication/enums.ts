import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import * as choices from '../../domain/communication/choices.js';

export const PublicStatus = choiceEnum(choices.publicStatus);
export const ComponentStatus = choiceEnum(choices.componentStatus);
export const UpdateMoment = choiceEnum(choices.updateMoment);
