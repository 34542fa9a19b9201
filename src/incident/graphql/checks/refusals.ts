import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';
import { CheckStatus } from './check.type.js';

const implemented = { implements: () => [Refusal] };

@ObjectType({ ...implemented, description: 'The check does not stand as the command needs it.' })
export class CheckRefused extends Refusal {
  @Field({ description: 'The key of the check.' })
  check!: string;

  @Field(() => CheckStatus, { nullable: true, description: 'How it stands; null: there is none.' })
  status!: string | null;
}

@ObjectType({ ...implemented, description: 'There are as many as an incident may have.' })
export class TooMany extends Refusal {
  @Field(() => Int, { description: 'How many there may be.' })
  most!: number;
}

refusalType(
  {
    CHECK_NOT_FOUND: 'The incident has no check with this key.',
    CHECK_COMPLETED: 'The check was completed, and can only be revised.',
    CHECK_NOT_COMPLETED: 'The check has no verdict that could be revised.',
    CHECK_EXISTS: 'The key of the check is taken.',
  },
  CheckRefused,
);
refusalType({ TOO_MANY_CHECKS: 'The incident has as many checks as it may have.' }, TooMany);
