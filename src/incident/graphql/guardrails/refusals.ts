import { Field, ObjectType } from '@nestjs/graphql';
import { Notice, noticeType } from '../../../platform/graphql/notice.js';
import { Actor } from '../../../platform/graphql/event.js';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';
import { Guardrail, GuardrailMode } from './enums.js';

@ObjectType({ implements: () => [Refusal], description: 'A guardrail of the playbook stops it.' })
export class GuardrailMet extends Refusal {
  @Field(() => Guardrail, { description: 'The guardrail.' })
  guardrail!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, as a target or a check.' })
  subject!: string | null;

  @Field(() => GuardrailMode, {
    description: 'REASON: give one to go on. BLOCK: only the commander may.',
  })
  mode!: string;

  @Field(() => Actor, { nullable: true, description: 'Who commands, and may be asked; or nobody.' })
  commander!: Actor | null;
}

refusalType({ GUARDRAIL: 'A guardrail of the playbook stops it.' }, GuardrailMet);

@ObjectType({
  implements: () => [Notice],
  description: 'A guardrail of the playbook was met, and the command was done.',
})
export class GuardrailNotice extends Notice {
  @Field(() => Guardrail, { description: 'The guardrail.' })
  guardrail!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, as a target or a check.' })
  subject!: string | null;
}

noticeType('GUARDRAIL', GuardrailNotice);
