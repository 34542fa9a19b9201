import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../../platform/graphql/node.js';
import { recordType } from '../../platform/graphql/payload-fields.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { content } from '../domain/content.js';
import { rule } from '../domain/fields.js';

const PlaybookContent = recordType(content);
const PlaybookRule = recordType(rule);

@ObjectType({ description: 'A playbook of the organization.', implements: () => [Node] })
export class Playbook extends Node {
  @Field({ description: 'What programs call it: unique in the organization, for good.' })
  name!: string;

  @Field(() => Int, { description: 'The latest version: 1, 2, 3 and so on.' })
  version!: number;

  @Field({ description: 'Whether it is not chosen any more. Incidents that run it go on.' })
  isRetired!: boolean;
}

@ObjectType({ description: 'What a playbook says, or said. A version never changes.' })
export class PlaybookVersion {
  @Field({ description: 'As incidents name it: `name@version`.' })
  reference!: string;

  @Field({ description: 'What programs call the playbook.' })
  name!: string;

  @Field(() => Int, { description: 'Its number within the playbook.' })
  version!: number;

  @Field(() => PlaybookContent, { description: 'All that it says, with nothing left out.' })
  content!: object;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was published; null for the built-in one.',
  })
  publishedAt!: string | null;
}

@ObjectType({ description: 'What is wrong with the file of a playbook, and where.' })
export class PlaybookProblem {
  @Field(() => Int, { description: 'The line, from 1.' })
  line!: number;

  @Field(() => Int, { description: 'The column, from 1.' })
  column!: number;

  @Field({ description: 'Keys and, from 0, places in lists, as `checks.0.title`.' })
  path!: string;

  @Field({ description: 'What would be right.' })
  message!: string;
}

@ObjectType({ description: 'The playbook that an incident would be run by, and why.' })
export class PlaybookChoice {
  @Field(() => PlaybookVersion, { description: 'The version that would be run.' })
  playbook!: PlaybookVersion;

  @Field(() => PlaybookRule, {
    nullable: true,
    description: 'The rule that holds; null if none does, and it is the built-in one.',
  })
  rule!: object | null;

  @Field({ description: 'Why, in one sentence.' })
  why!: string;
}

@ObjectType({ description: 'The version of a playbook that an incident runs.' })
export class IncidentPlaybook {
  @Field(() => ID, { description: 'As `name@version`.' })
  reference!: string;

  @Field({ description: 'What programs call the playbook.' })
  name!: string;

  @Field(() => Int, { description: 'The version.' })
  version!: number;

  @Field({ description: 'What people call it.' })
  title!: string;
}
