import { Field, ObjectType } from '@nestjs/graphql';
import { updateVariables } from '../../../playbook/domain/variables.js';
import { Severity, UpdateAudience } from '../enums.js';
import { UpdateMoment } from './enums.js';

@ObjectType({ description: 'Something that a template may name.' })
export class TemplateVariable {
  @Field({ description: 'Its name: templates write `{{name}}`.' })
  name!: string;

  @Field({ description: 'What it stands for.' })
  meaning!: string;

  @Field({ description: 'Whether it is not for readers outside: it may name people or systems.' })
  isInternal!: boolean;
}

@ObjectType({ description: 'A variable with the value that it has in an incident.' })
export class DraftVariable extends TemplateVariable {
  @Field(() => String, { nullable: true, description: 'Null while nothing is known of it.' })
  value!: string | null;
}

@ObjectType({ description: 'A text with places for what is known of an incident.' })
export class UpdateTemplate {
  @Field(() => UpdateAudience, { description: 'Whom it is written for.' })
  audience!: string;

  @Field(() => [Severity], { description: 'The severities that it is for.' })
  severities!: readonly string[];

  @Field(() => UpdateMoment, { description: 'The point of the incident that it is for.' })
  moment!: string;

  @Field({
    description:
      'With `{{variable}}`, and `{{#variable}}...{{/variable}}` or `{{^variable}}...{{/variable}}` around what is shown when the variable has a value, or none.',
  })
  text!: string;

  @Field(() => [TemplateVariable], { description: 'What it may name.' })
  variables?: readonly TemplateVariable[];
}

@ObjectType({ description: 'An update as the state suggests it, to be edited and published.' })
export class UpdateDraft {
  @Field({ description: 'The text. Nothing is published by reading it.' })
  text!: string;

  @Field(() => UpdateTemplate, { description: 'The template that it was made from.' })
  template!: UpdateTemplate;

  @Field(() => [DraftVariable], { description: 'What may be named, and what it is just now.' })
  variables!: readonly DraftVariable[];
}

/** As the schema shows them. */
export const templateVariables = Object.entries(updateVariables).map(
  ([name, { meaning, isInternal }]) => ({ name, meaning, isInternal }),
);
