import { choiceEnum } from '../../platform/graphql/choice-enum.js';
import * as choices from '../domain/choices.js';

export const Severity = choiceEnum(choices.severity);
export const IncidentMode = choiceEnum(choices.mode);
export const IncidentPhase = choiceEnum(choices.phase);
export const ScopeExtent = choiceEnum(choices.scopeExtent);
export const ScopeAudience = choiceEnum(choices.scopeAudience);
export const SegmentKind = choiceEnum(choices.segmentKind);
export const ImpactStartSource = choiceEnum(choices.impactStartSource);
export const ActionKind = choiceEnum(choices.actionKind);
export const ActionIntent = choiceEnum(choices.actionIntent);
export const ActionOutcome = choiceEnum(choices.actionOutcome);
export const UpdateAudience = choiceEnum(choices.updateAudience);
