import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Whose log it is: nothing is ever seen of another organization.' })
export class Organization {
  @Field(() => ID, { description: 'Its id, `org_...`.' })
  id!: string;

  @Field({ description: 'What it is called.' })
  name!: string;

  @Field({
    description:
      'Whether incidents are restricted from their first moment on, unless whoever declares says no.',
  })
  restrictNewIncidents!: boolean;
}
