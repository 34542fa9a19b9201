import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Actor } from '../../platform/graphql/event.js';
import { Refusal, refusalType } from '../../platform/graphql/refusal.js';
import { Action } from './action.type.js';
import { IncidentPhase } from './enums.js';
import { Incident } from './incident.type.js';

const implemented = { implements: () => [Refusal] };

@ObjectType({ ...implemented, description: 'The incident is in a phase in which this cannot be.' })
export class WrongPhase extends Refusal {
  @Field(() => IncidentPhase, { description: 'The phase that it is in.' })
  phase!: string;

  @Field(() => [IncidentPhase], { description: 'The phases in which it could be.' })
  allowed!: string[];
}

@ObjectType({ ...implemented, description: 'Somebody else commands.' })
export class AlreadyCommanded extends Refusal {
  @Field(() => Actor, { description: 'The commander.' })
  commander!: Actor;

  @Field(() => Int, { description: 'The term of command that the commander is in.' })
  term!: number;
}

@ObjectType({
  ...implemented,
  description: 'The directive belongs to no term, or not to this one.',
})
export class StaleTerm extends Refusal {
  @Field(() => Int, { description: 'The current term: name it in the directive.' })
  currentTerm!: number;

  @Field(() => Actor, { nullable: true, description: 'Who commands in it; null: nobody.' })
  commander!: Actor | null;
}

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
  INCIDENT_NOT_FOUND: 'There is no such incident.',
  INCIDENT_EXISTS: 'The id of the incident is taken, by one that was declared with other words.',
  PERSON_REQUIRED: 'Only a person can do this: a tool has to say whom it acts for.',
  SCOPE_INCONSISTENT: 'What was said of the scope contradicts itself.',
  LEASE_INVALID: 'A lease is shorter or longer than leases are.',
  TOO_MANY_OPEN_ACTIONS: 'As many actions are open as may be.',
});
refusalType({ WRONG_PHASE: 'The incident is in a phase in which this cannot be.' }, WrongPhase);
refusalType({ ALREADY_COMMANDED: 'Somebody else commands.' }, AlreadyCommanded);
refusalType(
  {
    TERM_REQUIRED: 'Who does not command has to name the term of the directive.',
    STALE_TERM: 'The directive belongs to another term of command.',
  },
  StaleTerm,
);
refusalType({ ACTION_CONFLICT: 'Another open action holds the target.' }, ActionConflict);
refusalType({ TARGET_INVALID: 'The target is not written as targets are.' }, TargetInvalid);
refusalType(
  {
    ACTION_EXISTS: 'The id of the action is taken.',
    ACTION_NOT_OPEN: 'The action was never started, or has ended.',
  },
  ActionRefused,
);
