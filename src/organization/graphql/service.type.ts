import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Something that the organization runs.' })
export class Service {
  @Field({ description: 'Its name in targets, as `checkout`.' })
  name!: string;

  @Field({ description: 'What people call it.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The team that owns it.' })
  team!: string | null;

  @Field({ description: 'What actions on it name as their target.' })
  target!: string;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  description!: string | null;
}

@ObjectType({ description: 'Another name for a target, and for everything within it.' })
export class TargetAlias {
  @Field({ description: 'The other name, as `checkout`.' })
  alias!: string;

  @Field({ description: 'The target that it stands for, as `service/checkout`.' })
  target!: string;
}

@ObjectType({ description: 'A target by the one name under which claims and history are kept.' })
export class ResolvedTarget {
  @Field({ description: 'That name.' })
  target!: string;

  @Field({ description: 'What was asked for, in lower case and without outer space.' })
  given!: string;

  @Field(() => TargetAlias, { nullable: true, description: 'The alias that was replaced.' })
  alias!: TargetAlias | null;
}
