import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Actor } from '../../../platform/graphql/event.js';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';
import { GuardrailMode } from '../guardrails/enums.js';
import { Incident } from '../incident.type.js';
import { Action } from './action.type.js';
import { ActionStatus } from './enums.js';

const implemented = { implements: () => [Refusal] };

@ObjectType({ ...implemented, description: 'The target is held by an action that is open.' })
export class ActionConflict extends Refusal {
  @Field(() => Action, { nullable: true, description: 'The action that holds it.' })
  openAction!: Action | null;

  @Field(() => Incident, { nullable: true, description: 'The incident which that action serves.' })
  incident!: Incident | null;

  @Field({ description: 'The target that is held: yours, a part of it, or what it is a part of.' })
  target!: string;

  @Field(() => GuardrailMode, {
    description: 'REASON: give one to go on beside it. BLOCK: only the commander may.',
  })
  mode!: string;
}

@ObjectType({ ...implemented, description: 'The action was rejected or withdrawn.' })
export class ActionTurnedDown extends Refusal {
  @Field(() => ID, { description: 'The id of the action.' })
  action!: string;

  @Field(() => ActionStatus, { description: 'REJECTED or WITHDRAWN.' })
  status!: string;

  @Field(() => Actor, { nullable: true, description: 'Who rejected or withdrew it.' })
  decidedBy!: Actor | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;
}

@ObjectType({ ...implemented, description: 'The target is not written as targets are.' })
export class TargetInvalid extends Refusal {
  @Field(() => String, { nullable: true, description: 'What may have been meant.' })
  suggestion!: string | null;
}

@ObjectType({
  ...implemented,
  description: 'The action is not open or no proposal, or its id is taken.',
})
export class ActionRefused extends Refusal {
  @Field(() => ID, { description: 'The id of the action.' })
  action!: string;
}

refusalType({
  LEASE_INVALID: 'A lease is shorter or longer than leases are.',
  TOO_MANY_OPEN_ACTIONS: 'As many actions are open as may be.',
  TOO_MANY_PROPOSALS: 'As many proposals wait as may.',
});
refusalType({ ACTION_CONFLICT: 'Another open action holds the target.' }, ActionConflict);
refusalType({ ACTION_TURNED_DOWN: 'The action was rejected or withdrawn.' }, ActionTurnedDown);
refusalType({ TARGET_INVALID: 'The target is not written as targets are.' }, TargetInvalid);
refusalType(
  {
    ACTION_EXISTS: 'The id of the action is taken.',
    ACTION_NOT_OPEN: 'The action was never started, or has ended.',
    ACTION_NOT_PROPOSED: 'The action was never proposed, or is no longer a proposal.',
  },
  ActionRefused,
);
