import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { IsInput, IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import type { Links } from '../../domain/hypotheses/fields.js';
import type { SayOfHypothesis } from '../../domain/hypotheses/say.js';
import { IsCheckKey } from '../checks/check-input.js';
import { IncidentCommandInput } from '../command.js';
import { said } from '../../../platform/graphql/command-input.js';

@InputType({ description: 'What speaks for or against a hypothesis: up to 30 of each.' })
export class HypothesisLinksInput {
  @Field(() => [String], { nullable: true, description: 'Checks of the incident, by key.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @IsCheckKey(true)
  checks?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Actions, as `act_...`.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @IsTypeId('act', { each: true })
  actions?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Changes, as `chg_...`.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @IsTypeId('chg', { each: true })
  changes?: string[] | null;
}

/** Something that is said of a hypothesis, and why. */
@InputType({ isAbstract: true })
export abstract class HypothesisCommandInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The hypothesis, as `hyp_...`.' })
  @IsTypeId('hyp')
  hypothesis!: string;

  @Field({ description: 'Why.' })
  @IsProse(2_000)
  reason!: string;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;

  @Field(() => HypothesisLinksInput, {
    nullable: true,
    description: 'The checks, actions and changes that show it.',
  })
  @IsOptional()
  @IsInput(() => HypothesisLinksInput)
  linked?: HypothesisLinksInput | null;
}

export const linksOf = (input: HypothesisLinksInput | null | undefined): Links | undefined =>
  input
    ? { checks: input.checks ?? [], actions: input.actions ?? [], changes: input.changes ?? [] }
    : undefined;

export const sayingOf = (input: HypothesisCommandInput): SayOfHypothesis => ({
  hypothesis: input.hypothesis,
  reason: input.reason,
  evidence: said(input.evidence),
  linked: linksOf(input.linked),
});
