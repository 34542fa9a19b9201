import { applyDecorators } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsInput, IsProse } from '../../../platform/graphql/input-rules.js';

@InputType({ description: 'Why to go on past the guardrails of the playbook.' })
export class OverrideInput {
  @Field({ description: 'Why it is right to go on. It is put on the record.' })
  @IsProse(2_000)
  reason!: string;
}

/** `@Overridable() override?: OverrideInput | null` on the input of what a guardrail can meet. */
export const Overridable = (): PropertyDecorator =>
  applyDecorators(
    Field(() => OverrideInput, {
      nullable: true,
      description: 'Go on past the guardrails of the playbook that the command may meet.',
    }),
    IsOptional(),
    IsInput(() => OverrideInput),
  );
