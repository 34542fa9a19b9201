import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';
import { Incident } from '../incident.type.js';
import { Action } from './action.type.js';

const implemented = { implements: () => [Refusal] };

@ObjectType({ ...implemented, description: 'The target is held by an action that is open.' })
export class ActionConflict extends Refusal {
  @Field(() => Action, { nullable: true, description: 'The action that holds it.' })
  openAction!: Action | null;

  @Field(() => Incident, { nullable: true, description: 'The incident which that action serves.' })
  incident!: Incident | null;

  @Field({ description: 'The target that is held: yours, a part of it, or what it is a part of.' })
  target!: string;
}

@ObjectType({ ...implemented, description: 'The target is not written as targets are.' })
export class TargetInvalid extends Refusal {
  @Field(() => String, { nullable: true, description: 'What may have been meant.' })
  suggestion!: string | null;
}

@ObjectType({ ...implemented, description: 'The action is not open, or its id is taken.' })
export class ActionRefused extends Refusal {
  @Field(() => ID, { description: 'The id of the action.' })
  action!: string;
}

refusalType({
  LEASE_INVALID: 'A lease is shorter or longer than leases are.',
  TOO_MANY_OPEN_ACTIONS: 'As many actions are open as may be.',
});
refusalType({ ACTION_CONFLICT: 'Another open action holds the target.' }, ActionConflict);
refusalType({ TARGET_INVALID: 'The target is not written as targets are.' }, TargetInvalid);
refusalType(
  {
    ACTION_EXISTS: 'The id of the action is taken.',
    ACTION_NOT_OPEN: 'The action was never started, or has ended.',
  },
  ActionRefused,
);
