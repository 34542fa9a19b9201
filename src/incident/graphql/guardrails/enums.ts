import { guardrailMode } from '../../../playbook/domain/choices.js';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { guardrail } from '../../domain/choices.js';

export const Guardrail = choiceEnum(guardrail);
export const GuardrailMode = choiceEnum(guardrailMode);
